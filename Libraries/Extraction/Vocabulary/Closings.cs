using System.Collections.Frozen;
using Signet.Extraction.Text;

namespace Signet.Extraction.Vocabulary;

/// <summary>"Best regards", "Mit freundlichen Grüßen": lines that end the text.</summary>
internal static class Closings
{
    private const int MostWords = 9;
    private static readonly FrozenSet<string> Phrases = Table.Phrases("closings").Select(Squeeze).ToFrozenSet();

    /// <summary>Where the closing ends in the line (a name may follow: "Regards, Erika"), or -1.</summary>
    public static int End(string text, List<Word> words)
    {
        if (words.Count is 0 or > MostWords + 3) return -1;
        var joined = "";
        var end = -1;
        var closingWords = 0;
        for (var i = 0; i < Math.Min(words.Count, MostWords); i++)
        {
            joined += Squeeze(words[i].Folded);
            if (!Phrases.Contains(joined)) continue;
            end = words[i].End;
            closingWords = i + 1;
        }

        if (end < 0) return -1;
        var rest = words.Count - closingWords;
        // "Thanks for the patch" goes on; "Viele Grüße aus Köln", "Best regards / Mit freundlichen Grüßen", "Regards, Erika" close.
        var next = rest > 0 ? text[end] : ',';
        return rest == 0 || (rest <= 6 && next is ',' or '/' or '-' or '.' or '!' or '|') || rest <= 3 && (words[closingWords].Folded is "aus" or "from" or "vom" or "und" or "and" or "&" || char.IsUpper(text[words[closingWords].Start]))
            ? end
            : -1;
    }

    private static string Squeeze(string text) => text.Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
}
