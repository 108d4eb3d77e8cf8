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
        return closingWords == words.Count || GoesOnWithName(text, words, closingWords, end) ? end : -1;
    }

    /// <summary>"Regards, Erika", "Viele Grüße aus Köln", "Best regards / Mit freundlichen Grüßen" close; "Thanks for the patch", "Thanks, and talk to you soon" go on.</summary>
    private static bool GoesOnWithName(string text, List<Word> words, int index, int end)
    {
        var rest = words.Count - index;
        var isName = char.IsUpper(text[words[index].Start]);
        if (text[end] is '/' or '|' or '-' or '.' or '!') return rest <= 6;
        if (text[end] == ',') return rest <= 6 && (isName || rest == 1);
        return rest <= 3 && (isName || words[index].Folded is "aus" or "from" or "vom" or "und" or "and" or "&");
    }

    private static string Squeeze(string text) => text.Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
}
