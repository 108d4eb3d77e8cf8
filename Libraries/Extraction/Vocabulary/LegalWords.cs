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
    private static readonly PhraseTable<(string Phrase, LegalWord Kind)> Phrases = new(
        from line in Table.Keyed("legal-words")
        from phrase in line.Words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        select (phrase, (string.Concat(phrase.Where(c => c is not ('.' or '-'))), line.Key switch { "exec" => LegalWord.Executives, "seat" => LegalWord.Seat, _ => LegalWord.Register })));

    /// <summary>The first phrase in a line, and where it begins.</summary>
    public static (LegalWord Kind, int Start) Find(List<Word> words)
    {
        for (var i = 0; i < words.Count; i++)
            if (Phrases.LongestAt(words, i) is var ((phrase, kind), _) && IsStrong(phrase, words, i)) return (kind, words[i].Start);
        return (LegalWord.None, 0);
    }

    // "FN 123456" and "UID" name registers, "ein" and "rea" inside a sentence do not.
    private static bool IsStrong(string phrase, List<Word> words, int index) =>
        phrase.Length > 3 || index + 1 < words.Count && words[index + 1].Folded.AsSpan().ContainsAnyInRange('0', '9') || phrase is "hrb" or "hra" or "rcs";
}
