using Signet.Extraction.Text;

namespace Signet.Extraction.Vocabulary;

/// <summary>"Best regards", "Mit freundlichen Grüßen": lines that end the text.</summary>
internal static class Closings
{
    private const int MostWords = 9;
    private static readonly PhraseTable<bool> Phrases = new(Table.Lines("closings").Select(phrase => (phrase, true)), isGlued: true);

    /// <summary>Where the closing ends in the line (a name may follow: "Regards, Erika"), or -1.</summary>
    public static int End(string text, List<Word> words)
    {
        if (words.Count is 0 or > MostWords + 3) return -1;
        if (Phrases.LongestAt(words, 0) is not var (_, count)) return -1;
        var end = words[count - 1].End;
        return count == words.Count || GoesOnWithName(text, words, count, end) ? end : -1;
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
}
