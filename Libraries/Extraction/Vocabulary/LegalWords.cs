using Signet.Extraction.Text;

namespace Signet.Extraction.Vocabulary;

/// <summary>What a line of company particulars says.</summary>
internal enum LegalWord
{
    None,

    /// <summary>People who run or watch over the company.</summary>
    Executives,

    /// <summary>Where it is registered.</summary>
    Seat,

    /// <summary>Numbers of registers, taxes and banks.</summary>
    Register,
}

/// <summary>Finds phrases of company particulars.</summary>
internal static class LegalWords
{
    private static readonly Dictionary<string, (LegalWord Kind, int Words)> Phrases = Read();
    private static readonly int MostWords = Phrases.Values.Max(phrase => phrase.Words);

    /// <summary>The first phrase in a line, and where it begins.</summary>
    public static (LegalWord Kind, int Start) Find(List<Word> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var joined = "";
            for (var count = 1; count <= MostWords && i + count <= words.Count; count++)
            {
                joined += (count == 1 ? "" : " ") + Normal(words[i + count - 1].Folded);
                if (Phrases.TryGetValue(joined, out var phrase) && IsStrong(joined, words, i)) return (phrase.Kind, words[i].Start);
            }
        }

        return (LegalWord.None, 0);
    }

    // "FN 123456" and "UID" name registers, "ein" and "rea" inside a sentence do not.
    private static bool IsStrong(string phrase, List<Word> words, int index) =>
        phrase.Length > 3 || index + 1 < words.Count && words[index + 1].Folded.AsSpan().ContainsAnyInRange('0', '9') || phrase is "hrb" or "hra" or "rcs";

    private static Dictionary<string, (LegalWord, int)> Read()
    {
        var phrases = new Dictionary<string, (LegalWord, int)>();
        foreach (var (key, rest) in Table.Keyed("legal-words"))
        {
            var kind = key switch { "exec" => LegalWord.Executives, "seat" => LegalWord.Seat, _ => LegalWord.Register };
            foreach (var phrase in rest.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var words = Word.Split(phrase);
                phrases.TryAdd(string.Join(' ', words.Select(word => Normal(word.Folded))), (kind, words.Count));
            }
        }

        return phrases;
    }

    private static string Normal(string folded) => folded.Replace(".", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
}
