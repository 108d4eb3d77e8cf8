using System.Collections.Frozen;
using Signet.Extraction.Text;

namespace Signet.Extraction.Quotes;

/// <summary>
/// The headers that Outlook and others put above a quoted message: "From: …", then at least two of Sent, To, Subject within six lines.
/// <code>
/// Von: Erika Muster &lt;erika@example.org&gt;
/// Gesendet: Montag, 3. Februar 2025 09:12
/// An: Team
/// Betreff: Angebot
/// </code>
/// </summary>
internal static class HeaderBlock
{
    private const int Window = 6;
    private static readonly FrozenSet<string> FromLabels;
    private static readonly FrozenSet<string> OtherLabels;

    static HeaderBlock()
    {
        var table = Table.Keyed("quote-headers").ToDictionary(entry => entry.Key, entry => entry.Words.Split(", ").ToFrozenSet());
        FromLabels = table["from"];
        OtherLabels = table["other"];
    }

    public static bool Begins(List<TextLine> lines, int index, StepCounter steps)
    {
        if (Label(lines[index]) is not { } label || !FromLabels.Contains(label) && !OtherLabels.Contains(label)) return false;
        // Some clients put the date above the sender.
        var isFrom = FromLabels.Contains(label);
        var others = isFrom ? 0 : 1;
        for (int i = index + 1, seen = 0; i < lines.Count && seen < Window; i++)
        {
            steps.Add(1);
            if (lines[i].IsBlank)
            {
                // Some clients put a blank line between all of them.
                if (i > index + 2 * Window) break;
                continue;
            }

            seen++;
            if (Label(lines[i]) is not { } other) continue;
            if (OtherLabels.Contains(other)) others++;
            else isFrom |= FromLabels.Contains(other);
        }

        return isFrom && others >= (FromLabels.Contains(label) ? 2 : 3);
    }

    private static string? Label(TextLine line)
    {
        var text = line.Trimmed.AsSpan().TrimStart('*').TrimStart();
        var colon = text.IndexOf(':');
        return colon is > 0 and <= 24 ? Folding.Fold(text[..colon].Trim().TrimEnd('*').Trim()) : null;
    }
}
