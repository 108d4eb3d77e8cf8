using Signet.Extraction.Text;
using Signet.Extraction.Vocabulary;

namespace Signet.Extraction.Lines;

/// <summary>What follows a postcode. Offsets count in the segment; lengths of 0 mean that the part is missing.</summary>
internal readonly record struct CityTail(int End, string? Country, int CountryStart, int CountryLength, int RegionStart, int RegionLength);

/// <summary>Reads the city behind a postcode, and the region and country behind it: "Lodi (LO), Italia", "Zürich ZH", "Reus, Tarragona".</summary>
internal static class CityReader
{
    private const int MostWords = 5;

    public static CityTail Read(string text, List<Word> words, int index, string zip, string? country)
    {
        var end = words[index].Start;
        var i = index;
        for (; i < words.Count && i < index + MostWords; i++)
        {
            var word = words[i];
            if (i > index && text.AsSpan(words[i - 1].End, word.Start - words[i - 1].End).ContainsAny(",;(|[:".AsSpan())) break;
            // "Toulouse Cedex 4"
            if (char.IsDigit(text[word.Start]) && !(i > index && words[i - 1].Folded == "cedex" && word.Length <= 2)) break;
            if (i > index && Countries.BesidePlace(text.AsSpan(word.Start, word.Length)) is not null && word.Length > 2) break;
            if (i > index && Countries.BesidePlace(text.AsSpan(word.Start)) is not null) break;
            if (i > index && IsCode(text, words, i, zip, country)) break;
            end = word.End;
        }

        if (i == words.Count) return new(end, null, 0, 0, 0, 0);
        var region = Region(text, words[i].Start, zip, country);
        var from = region.Length > 0 ? region.Start + region.Length : words[i].Start;
        var (named, start, length) = Country(text, from);
        return new(end, named ?? region.Country, start, length, region.Start, region.Length);
    }

    /// <summary>The countries whose addresses name a region behind the city.</summary>
    private static ReadOnlySpan<string> With(string zip, string? country) =>
        country is not null ? new[] { country } : zip.Length switch { 4 => ["CH", "AT"], 5 => ["IT", "ES", "DE"], 9 => ["BR"], _ => [] };

    // "Milano MI", "Zürich ZH": capitals at the end, or in front of the country.
    private static bool IsCode(string text, List<Word> words, int index, string zip, string? country) =>
        words[index].Length == 2 && Regions.CountryOf(text.AsSpan(words[index].Start, 2), With(zip, country)) is not null
        && (index + 1 == words.Count || text[words[index].End] != ' ' || Countries.BesidePlace(text.AsSpan(words[index].End)) is not null);

    private static (int Start, int Length, string? Country) Region(string text, int start, string zip, string? country)
    {
        var rest = text.AsSpan(start);
        var stop = rest.IndexOfAny(",;|()");
        var piece = (stop < 0 ? rest : rest[..stop]).TrimEnd();
        // A code that could be a country's ("DE", "AT") is one unless it stands in brackets.
        var bracketed = start > 0 && text[start - 1] == '(';
        if (!bracketed && piece.Length == 2 && country is null && piece is "DE" or "AT" or "CH" or "FR" or "NL" or "BE") return default;
        return Regions.CountryOf(piece, With(zip, country)) is { } of ? (start, piece.Length, of is "DE" or "ES" ? country : of) : default;
    }

    private static (string? Country, int Start, int Length) Country(string text, int from)
    {
        while (from < text.Length && !char.IsLetterOrDigit(text[from])) from++;
        var rest = text.AsSpan(from);
        var close = rest.IndexOfAny(')', '|', ';');
        if (close > 0) rest = rest[..close];
        if (rest.IndexOf('(') is > 0 and var open && Countries.BesidePlace(rest[(open + 1)..]) is { } bracketed) return (bracketed, from + open + 1, rest.Length - open - 1);
        if (Countries.BesidePlace(rest) is { } country) return (country, from, rest.Length);
        var comma = rest.LastIndexOf(',');
        return comma > 0 && Countries.BesidePlace(rest[(comma + 1)..]) is { } last ? (last, from + comma + 1, rest.Length - comma - 1) : (null, 0, 0);
    }
}
