using System.Collections.Frozen;
using System.Text;
using MimeKit;

namespace Signet.Extraction.Mail;

/// <summary>
/// The text of a part. What is declared is often wrong where it is Western, UTF-8 or nothing: it is UTF-8 when its bytes can be read as such, else
/// Windows-1252, as browsers read it ("–" and "€" stand where ISO 8859-1 has nothing).
/// </summary>
internal static class PartText
{
    private static readonly FrozenSet<string> Doubted = new[] { "us-ascii", "ascii", "iso-8859-1", "iso8859-1", "latin1", "windows-1252", "cp1252", "utf-8", "utf8", "unknown-8bit", "x-unknown", "default" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly Encoding Windows1252;

    static PartText()
    {
        // Without it .NET knows no Windows charset and no ISO 8859-2: their letters would be read as Western ones.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Windows1252 = Encoding.GetEncoding(1252);
    }

    public static string Of(TextPart part)
    {
        if (part.Content is null || part.ContentType.Charset is { } charset && !Doubted.Contains(charset)) return part.Text;
        using var content = new MemoryStream();
        part.Content.DecodeTo(content);
        var bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        var text = Encoding.UTF8.GetString(bytes);
        return IsRead(text) ? text : Windows1252.GetString(bytes);
    }

    // One letter that was cut in half says nothing against the others.
    private static bool IsRead(string text)
    {
        var (letters, broken) = (0, 0);
        foreach (var c in text)
        {
            if (c == '\ufffd') broken++;
            else if (c > 127) letters++;
        }

        return broken <= letters / 2;
    }
}
