using Signet.Extraction.Text;
using Signet.Extraction.Vocabulary;

namespace Signet.Extraction.Lines;

/// <summary>A postcode with its city, read from one segment. Offsets count in the segment.</summary>
/// <param name="Before">Where the text in front of both ends: a street may stand there.</param>
internal sealed record Place(int ZipStart, int ZipLength, string Zip, int CityStart, int CityLength, string City, string? Country, int Before, int CountryStart, int CountryLength)
{
    public int RegionStart { get; init; }

    public int RegionLength { get; init; }
}

/// <summary>
/// Finds postcode and city: "D-23966 Wismar", "4331 XZ Middelburg", "Lubbock, TX 79401", "London SW1A 1AA", "26900 Lodi (LO)", "00-950 Warszawa".
/// </summary>
internal static class PostcodeReader
{
    private static readonly string[] Prefixes = ["D", "DE", "A", "AT", "CH", "F", "FR", "I", "IT", "L", "LU", "B", "BE", "NL", "DK", "S", "SE", "CZ", "PL", "SK", "SI", "HR", "H", "HU", "E", "ES", "P", "PT", "FIN", "FI", "N", "NO", "LI", "FL", "RO", "BG", "SLO"];

    public static Place? Read(Segment segment, StepCounter? steps = null)
    {
        var text = segment.Text;
        var words = segment.Words;
        for (var i = words.Count - 1; i >= 0; i--)
        {
            steps?.Add(1);
            var (zip, start, count, country) = At(text, words, i);
            if (zip.Length == 0) continue;
            var end = words[i + count - 1].End;
            // "Chennai - 600 001, Tamil Nadu"
            var isBehind = i > 0 && zip.Length >= 6 && text.AsSpan(words[i - 1].End, start - words[i - 1].End).Contains('-') && i + count < words.Count && text[end] == ',';
            if (!isBehind && Forward(text, words, i + count, end, start, zip, country) is { } place) return place;
            if (Backward(text, words, i, start, end, zip, country) is { } american) return american;
        }

        return null;
    }

    /// <summary>Whether a country writes its postcodes with four digits.</summary>
    private static bool HasFourDigits(string? country) => country is "AT" or "CH" or "BE" or "LU" or "DK" or "NO" or "HU" or "SI" or "LI" or "AU" or "BG" or "NZ" or "ZA" or "NL";

    private static (string Zip, int Start, int Count, string? Country) At(string text, List<Word> words, int index)
    {
        var word = words[index];
        var start = word.Start;
        var written = text.AsSpan(word.Start, word.Length);
        string? country = null;
        var hyphen = written.IndexOf('-');
        if (hyphen is > 0 and <= 3 && Prefixes.Contains(written[..hyphen].ToString()))
        {
            country = CountryOf(written[..hyphen].ToString());
            start += hyphen + 1;
            written = written[(hyphen + 1)..];
        }
        else if (index > 0 && Prefixes.Contains(text.Substring(words[index - 1].Start, words[index - 1].Length)) && text.AsSpan(words[index - 1].End, word.Start - words[index - 1].End).Trim(" -–".AsSpan()).Length == 0)
        {
            country = CountryOf(text.Substring(words[index - 1].Start, words[index - 1].Length));
        }

        // "PO Box 12-345"
        if (index > 0 && words[index - 1].Folded is "box" or "drawer" or "postfach" or "dx" or "cs" or "bp" or "sel") return ("", 0, 0, null);
        var next = index + 1 < words.Count && words[index + 1].Start - word.End == 1 ? text.AsSpan(words[index + 1].Start, words[index + 1].Length) : default;
        return Shape(written) switch
        {
            // "1700 NW Example Street" is no postcode.
            "9999" when Shape(next) == "AA" && country is null or "NL" && !(next is "NW" or "NE" or "SW" or "SE" && words.Skip(index + 2).Any(later => Lexicon.Streets.Contains(later.Folded))) => ($"{written} {next}", start, 2, "NL"),
            "9999AA" => (written.ToString(), start, 1, "NL"),
            "9999" => (written.ToString(), start, 1, country),
            "99999" => (written.ToString(), start, 1, country),
            "99999-9999" => (written.ToString(), start, 1, "US"),
            "99-999" => (written.ToString(), start, 1, "PL"),
            "9999-999" => (written.ToString(), start, 1, "PT"),
            "99999-999" => (written.ToString(), start, 1, "BR"),
            "999999" => (written.ToString(), start, 1, country),
            "999" when Shape(next) is "99" => ($"{written} {next}", start, 2, country),
            "999" when Shape(next) is "999" && written[0] != '0' => ($"{written} {next}", start, 2, country ?? "IN"),
            "A9" or "A99" or "AA9" or "AA99" or "A9A" or "AA9A" when Shape(next) is "9AA" => ($"{written} {next}", start, 2, "GB"),
            "A9A" when Shape(next) is "9A9" => ($"{written} {next}", start, 2, "CA"),
            _ => ("", 0, 0, null),
        };
    }

    private static string CountryOf(string prefix) => prefix switch
    {
        "D" => "DE", "A" => "AT", "F" => "FR", "I" => "IT", "L" => "LU", "B" => "BE", "S" => "SE", "H" => "HU", "E" => "ES", "P" => "PT", "FIN" => "FI", "N" => "NO", "FL" => "LI", "SLO" => "SI",
        _ => prefix,
    };

    /// <summary>Digits as 9, capitals as A, hyphens as they are; "" when there is anything else or too much.</summary>
    private static string Shape(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 10) return "";
        Span<char> shape = stackalloc char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i])) shape[i] = '9';
            else if (char.IsAsciiLetterUpper(text[i])) shape[i] = 'A';
            else if (text[i] == '-') shape[i] = '-';
            else return "";
        }

        return shape.ToString();
    }

    private static Place? Forward(string text, List<Word> words, int index, int zipEnd, int zipStart, string zip, string? country)
    {
        if (index >= words.Count) return null;
        var gap = text.AsSpan(zipEnd, words[index].Start - zipEnd);
        if (gap.ContainsAnyExcept(" ,-\u00a0–".AsSpan()) || gap.Length > 3) return null;
        var first = words[index];
        if (!char.IsUpper(text[first.Start]) && !(first.Length > 2 && char.IsLetter(text[first.Start]) && first.Folded is "den" or "s-hertogenbosch" or "am" or "bad" or "la" or "le")) return null;
        if (first.Length < 2 || first.Folded.AsSpan().ContainsAnyInRange('0', '9')) return null;
        if (Countries.BesidePlace(text.AsSpan(first.Start)) is not null && (first.Length > 2 || gap.Contains(','))) return null;
        // "1700 Example Street" is no postcode with a city.
        for (var i = index; i < words.Count && i < index + 4; i++)
        {
            if (i > index && text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End).ContainsAny(",;(|".AsSpan())) break;
            if (Lexicon.Streets.Contains(words[i].Folded) && (words[i].Folded.Length <= 6 || i > index) && country is null && zip.Length <= 5 && i > index) return null;
        }

        // Four digits are a year or a house number more often than a postcode: ask for a country or the beginning of the piece.
        if (zip.Length == 4 && country is null && zipStart > 0 && !text.AsSpan(0, zipStart).TrimEnd().EndsWith(",") && !text.AsSpan(0, zipStart).TrimEnd().EndsWith("-")) return null;
        if (zip.Length == 4 && (first.Folded is "januar" or "februar" or "maerz" or "april" or "mai" or "juni" or "juli" or "august" or "september" or "oktober" or "november" or "dezember")) return null;

        var tail = CityReader.Read(text, words, index, zip, country);
        if (tail.End <= first.Start) return null;
        if (zip.Length == 4 && country is null && tail.Country is not null && !HasFourDigits(tail.Country)) return null;
        var city = text[first.Start..tail.End];
        return new(zipStart, zip.Length, zip, first.Start, city.Length, city, tail.Country ?? country, Before(text, zipStart), tail.CountryStart, tail.CountryLength)
        {
            RegionStart = tail.RegionStart,
            RegionLength = tail.RegionLength,
        };
    }

    /// <summary>City, state, postcode: "Lubbock, TX 79401"; city and postcode: "Mustertown City 80146", "London SW1A 1AA".</summary>
    private static Place? Backward(string text, List<Word> words, int zipIndex, int zipStart, int zipEnd, string zip, string? country)
    {
        var index = zipIndex - 1;
        if (index < 0) return null;
        var land = zip.Length == 4 ? "AU" : char.IsAsciiDigit(zip[0]) ? "US" : country ?? "CA";
        var region = zip.Length < 4 ? 0 : Regions.CountBefore(land, text, words, index);
        // "New York 10118" has the city alone.
        if (region == index + 1) region = 0;
        var (regionStart, regionEnd) = region == 0 ? (0, 0) : (words[index - region + 1].Start, words[index].End);
        if (region > 0) (country, index) = (land, index - region);
        else if (!(country is "GB" or "CA" || zip.Length >= 5 || EndsAddress(text, words, zipIndex))) return null;

        var cityEnd = words[index].End;
        var start = index;
        while (start > 0 && index - start < 3 && (text.AsSpan(words[start - 1].End, words[start].Start - words[start - 1].End) is " " || IsSaint(text, words[start - 1]))
            && !words[start - 1].Folded.AsSpan().ContainsAnyInRange('0', '9') && (!Lexicon.Streets.Contains(words[start - 1].Folded) || IsSaint(text, words[start - 1]))) start--;
        var cityStart = words[start].Start;
        if (!char.IsUpper(text[cityStart]) || words[start].Folded.AsSpan().ContainsAnyInRange('0', '9')) return null;
        if (region == 0 && Lexicon.Streets.Contains(words[index].Folded)) return null;
        var tail = text.AsSpan(Math.Min(zipEnd, text.Length)).Trim(" ,.-".AsSpan());
        var named = tail.Length > 0 ? Countries.BesidePlace(tail) : null;
        if (region == 0 && country is null && named is null && zip.Length != 5 && zip.Length != 6) return null;
        var city = text[cityStart..cityEnd];
        if (city.Length < 2) return null;
        return new(zipStart, zip.Length, zip, cityStart, city.Length, city, named ?? country, Before(text, cityStart), named is null ? 0 : text.Length - text.AsSpan(zipEnd).TrimStart(" ,.-".AsSpan()).Length, tail.Length)
        {
            RegionStart = regionStart,
            RegionLength = regionEnd - regionStart,
        };
    }

    // "12 Example Road, Samplevale, Auckland 1010": the last piece of a row that begins with a street or a box.
    private static bool EndsAddress(string text, List<Word> words, int zipIndex)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (zipIndex != words.Count - 1 || comma < 0 || comma > words[zipIndex - 1].Start) return false;
        var head = text[..comma];
        return StreetReader.Likelihood(head, Word.Split(head)) >= StreetSpan.Sure;
    }

    // "St. Louis, MO"
    private static bool IsSaint(string text, Word word) => word.Folded is "st" or "ste" or "ft" or "mt" && word.End + 1 < text.Length && text[word.End] == '.' && text[word.End + 1] == ' ';

    private static int Before(string text, int start)
    {
        var end = start;
        while (end > 0 && text[end - 1] is ' ' or ',' or '-' or '–' or ';' or '/' or '(') end--;
        // A prefix of the country in front of the postcode.
        var space = text.LastIndexOfAny([' ', ','], Math.Max(0, end - 1));
        if (end - space - 1 is > 0 and <= 3 && Prefixes.Contains(text[(space + 1)..end]))
        {
            end = Math.Max(0, space);
            while (end > 0 && text[end - 1] is ' ' or ',' or '-' or '–' or ';') end--;
        }

        return end;
    }
}
