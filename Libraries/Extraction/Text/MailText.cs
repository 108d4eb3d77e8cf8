using System.Text;
using Signet.Extraction.Mail;

namespace Signet.Extraction.Text;

/// <summary>The text of a draft: the From line, then the body, and the body's lines.</summary>
internal sealed class MailText
{
    private MailText(string value, int senderStart, List<TextLine> lines)
    {
        Value = value;
        SenderStart = senderStart;
        Lines = lines;
    }

    public string Value { get; }

    /// <summary>Offset of the sender's display name (or address, when there is none) in <see cref="Value"/>.</summary>
    public int SenderStart { get; }

    public List<TextLine> Lines { get; }

    public static MailText Of(Sender? sender, string body)
    {
        const string label = "From: ";
        var text = new StringBuilder();
        if (sender is not null) text.Append(label).Append(sender.ToLine()).Append("\n\n");
        var bodyStart = text.Length;
        AppendBody(text, body);
        var value = text.ToString();
        return new(value, label.Length, Split(value, bodyStart));
    }

    /// <summary>Line ends become \n; what shows nothing is dropped; of a long body the middle goes.</summary>
    private static void AppendBody(StringBuilder text, string body)
    {
        if (body.Length <= Limits.BodyCharacters)
        {
            AppendNormalised(text, body);
            return;
        }

        AppendNormalised(text, body.Cut(Limits.BodyCharacters - Limits.TailCharacters));
        text.Append("\n[…]\n");
        AppendNormalised(text, body.AsSpan(Characters.CutAt(body, body.Length - Limits.TailCharacters)));
    }

    private static void AppendNormalised(StringBuilder text, ReadOnlySpan<char> body)
    {
        for (var i = 0; i < body.Length; i++)
        {
            var c = body[i];
            if (c == '\r')
            {
                if (i + 1 < body.Length && body[i + 1] == '\n') continue;
                c = '\n';
            }

            if (c is '\u2028' or '\u2029' or '\u0085' or '\f') text.Append('\n');
            else if (Cleaning.IsKept(c)) text.Append(c);
        }
    }

    private static List<TextLine> Split(string value, int start)
    {
        var lines = new List<TextLine>();
        while (start <= value.Length && lines.Count < Limits.Lines)
        {
            var end = value.IndexOf('\n', start);
            if (end < 0) end = value.Length;
            var length = end - start;
            lines.Add(new(lines.Count, start, value[start..(length <= Limits.LineLength ? end : Characters.CutAt(value, start + Limits.LineLength))], length));
            start = end + 1;
        }

        return lines;
    }
}
