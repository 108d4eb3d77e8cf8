using System.Collections.Frozen;
using System.Numerics;
using Signet.Extraction.Text;

namespace Signet.Extraction.Vocabulary;

/// <summary>The words by which a language is known.</summary>
internal static class Languages
{
    private const int LongestEnding = 12;
    private static readonly string[] Codes = [.. Table.Keyed("languages").Select(line => line.Key).Distinct()];

    // Each word with a bit for each language that has it.
    private static readonly FrozenDictionary<string, int> Words = Read(isEnding: false);
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Endings = Read(isEnding: true).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, string[]> Countries = Table.Keyed("language-countries").ToFrozenDictionary(line => line.Key, line => line.Words.Split(' '));

    /// <summary>ISO 3166-1 codes of the countries where it is spoken, the likeliest first; none for a language that tells no country.</summary>
    public static IReadOnlyList<string> CountriesOf(string code) => Countries.GetValueOrDefault(code) ?? [];

    /// <summary>How many languages are told apart; scores are kept in this order.</summary>
    public static int Count => Codes.Length;

    public static string Code(int index) => Codes[index];

    public static int IndexOf(string code) => Array.IndexOf(Codes, code);

    /// <summary>Adds a word's evidence: one for each language that has it.</summary>
    public static void Weigh(string folded, Span<int> scores)
    {
        if (!Words.TryGetValue(folded, out var languages)) languages = OfEnding(folded);
        for (; languages != 0; languages &= languages - 1) scores[BitOperations.TrailingZeroCount(languages)]++;
    }

    private static int OfEnding(string folded)
    {
        for (var length = Math.Min(LongestEnding, folded.Length - 3); length >= 4; length--)
            if (Endings.TryGetValue(folded.AsSpan(folded.Length - length), out var languages)) return languages;
        return 0;
    }

    private static FrozenDictionary<string, int> Read(bool isEnding) =>
        Table.Keyed("languages")
            .SelectMany(line => line.Words.Split(' '), (line, word) => (Word: word, Language: 1 << IndexOf(line.Key)))
            .Where(entry => entry.Word.StartsWith('*') == isEnding)
            .GroupBy(entry => entry.Word.TrimStart('*'), entry => entry.Language)
            .ToFrozenDictionary(word => word.Key, word => word.Aggregate((all, language) => all | language));
}
