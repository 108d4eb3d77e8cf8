using System.Collections.Frozen;

namespace Signet.Matching.Normalisation;

/// <summary>A street's words in one spelling, joined, and the house number.</summary>
internal readonly record struct StreetParts(string Name, string Number, string[] Words)
{
    private const int MostWords = 8;
    private static readonly FrozenDictionary<string, string> Words_ = Spellings(false);
    private static readonly (string Ending, string Short)[] Endings = [.. Spellings(true).Select(pair => (pair.Key, pair.Value)).OrderByDescending(pair => pair.Key.Length)];

    private const int ShortestMended = 4;
    private static readonly string[] LongWords = [.. Words_.Keys.Where(word => word.Length > ShortestMended).Order(StringComparer.Ordinal)];

    public static StreetParts Read(string street, string houseNumber)
    {
        var folded = TextFold.Fold(Mojibake.Repair(street)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var number = TextFold.Fold(houseNumber).Replace(" ", "", StringComparison.Ordinal);
        var words = new List<string>(folded.Length);
        var at = number.Length == 0 ? NumberAt(folded) : -1;
        for (var i = 0; i < folded.Length && words.Count < MostWords; i++)
        {
            if (i != at)
            {
                words.Add(Spelling(i > 0 && i == folded.Length - 1 ? Mended(folded[i]) : folded[i]));
                continue;
            }
            number = folded[i];
            // "12 a" is "12a".
            if (i + 1 < folded.Length && folded[i + 1] is [>= 'a' and <= 'h'] && i + 2 == folded.Length) number += folded[++i];
        }
        return new(string.Concat(words), number, [.. words]);
    }

    // In front ("12 High Street") or, in most of Europe, the last one behind ("Straße des 17. Juni 5").
    private static int NumberAt(string[] words)
    {
        if (words.Length > 1 && char.IsAsciiDigit(words[0][0])) return 0;
        for (var i = words.Length - 1; i > 0; i--)
            if (char.IsAsciiDigit(words[i][0])) return i;
        return -1;
    }

    // "High Strret": the last word is nearly always a street word.
    private static string Mended(string word)
    {
        if (word.Length < ShortestMended || Words_.ContainsKey(word)) return word;
        foreach (var known in LongWords)
            if (known[0] == word[0] && Comparison.Edits.Between(known, word, 1) == 1) return known;
        return word;
    }

    private static string Spelling(string word)
    {
        if (Words_.TryGetValue(word, out var known)) return known;
        foreach (var (ending, shorter) in Endings)
            if (word.Length > ending.Length + 1 && word.EndsWith(ending, StringComparison.Ordinal)) return string.Concat(word.AsSpan(0, word.Length - ending.Length), shorter);
        return word;
    }

    private static FrozenDictionary<string, string> Spellings(bool endings)
    {
        var spellings = new Dictionary<string, string>();
        foreach (var line in Table.Lines("street-words"))
        {
            var words = line.Split(' ');
            var stands = TextFold.Fold(words[^1]);
            foreach (var word in words[..^1])
                if (!endings || word[0] == '*') spellings.TryAdd(TextFold.Fold(word), stands);
        }
        return spellings.ToFrozenDictionary();
    }
}
