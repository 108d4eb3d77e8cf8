using System.Collections.Frozen;
using Signet.Extraction.Text;

namespace Signet.Extraction.Vocabulary;

/// <summary>States, provinces and cantons: "TX", "British Columbia", "(TV)", "ZH".</summary>
internal static class Regions
{
    private const int MostWords = 3;

    private static readonly FrozenSet<(string Country, string Name)> Known = Table.Keyed("regions")
        .SelectMany(line => line.Words.Split(", "), (line, name) => (line.Key, name))
        .ToFrozenSet();

    /// <summary>Whether a country has a region with the code, written in capitals, or the folded name.</summary>
    public static bool Has(string country, string written, string folded) => Known.Contains((country, written)) || Known.Contains((country, folded));

    /// <summary>How many words, read backwards from <paramref name="last"/>, name a region of the country; 0 when they name none.</summary>
    public static int CountBefore(string country, string text, List<Word> words, int last)
    {
        for (var count = Math.Min(MostWords, last + 1); count > 0; count--)
        {
            var first = words[last - count + 1];
            var folded = string.Join(' ', words.Skip(last - count + 1).Take(count).Select(word => word.Folded));
            if (Has(country, text[first.Start..words[last].End], folded)) return count;
        }

        return 0;
    }

    /// <summary>The region that a piece of text is, for the first of the countries that has it.</summary>
    public static string? CountryOf(ReadOnlySpan<char> text, params ReadOnlySpan<string> countries)
    {
        var written = text.Trim(" .,;()".AsSpan()).ToString();
        if (written.Length is < 2 or > 24) return null;
        var folded = Folding.Fold(written);
        foreach (var country in countries)
            if (Has(country, written, folded)) return country;
        return null;
    }
}
