using Signet.Extraction.Text;
using Signet.Extraction.Vocabulary;

namespace Signet.Extraction.Lines;

/// <summary>A value with its place in the draft's text.</summary>
internal readonly record struct Span(string Value, int Start, int Length)
{
    public static Span None => new("", 0, 0);

    public bool IsEmpty => Length == 0;
}

/// <summary>An address as far as it was found.</summary>
internal sealed record PostalAddress(Span Street, Span Zip, Span City, Span Country, string? CountryCode, double Confidence, bool IsFooter)
{
    /// <summary>"Postfach 12 34".</summary>
    public Span Box { get; init; }

    /// <summary>State, province or canton.</summary>
    public Span Region { get; init; }
}

/// <summary>Puts streets, postcodes and cities of neighbouring segments together.</summary>
internal static class AddressReader
{
    private const double SureStreet = 0.85;
    private const double BesidePostcode = 0.35;

    /// <summary>All addresses, and marks the segments that they used.</summary>
    public static List<PostalAddress> Read(List<Segment> segments)
    {
        var addresses = new List<PostalAddress>();
        for (var i = 0; i < segments.Count; i++)
        {
            if (segments[i].Kind is SegmentKind.Noise or SegmentKind.Address) continue;
            if (PostcodeReader.Read(segments[i]) is { } place && WithPlace(segments, i, place) is { } address) addresses.Add(address);
        }

        for (var i = 0; i < segments.Count; i++)
            if (segments[i].Kind is SegmentKind.Unknown && WithoutPostcode(segments, i) is { } address) addresses.Add(address);
        return addresses;
    }

    private static PostalAddress? WithPlace(List<Segment> segments, int index, Place place)
    {
        var segment = segments[index];
        var (street, box) = WithoutBox(StreetBefore(segment, place.Before, BesidePostcode));
        var begin = street.IsEmpty ? box.Start : street.Start;
        var inLine = begin > 0;
        for (var back = 1; street.IsEmpty && back <= 4 && index - back >= 0; back++)
        {
            var above = segments[index - back];
            // A label of the column beside.
            if (above.Kind == SegmentKind.Noise && IsLabel(above)) continue;
            if (above.Kind is SegmentKind.Noise or SegmentKind.Legal || segment.Line.Index - above.Line.Index > 3) break;
            var found = StreetBefore(above, above.Text.Length, back == 1 || IsBelow(segment, above) ? BesidePostcode : SureStreet);
            if (found.IsEmpty) continue;
            above.Kind = SegmentKind.Address;
            (street, var post) = WithoutBox(found);
            if (box.IsEmpty) box = post;
            if (!street.IsEmpty) street = Join(segments, index - back, street);
        }

        // A registered seat is a place without a street.
        if (segment.Kind == SegmentKind.Legal && street.IsEmpty && box.IsEmpty) return null;
        var country = place.CountryLength > 0 ? Cut(segment, place.CountryStart, place.CountryLength) : Span.None;
        var code = place.Country;
        for (var next = index + 1; code is null && next < segments.Count && next <= index + 2; next++)
        {
            if (segments[next].Line.Index - segment.Line.Index > 2 || Countries.Of(segments[next].Text) is not { } named) continue;
            code = named;
            country = new(segments[next].Text, segments[next].Start, segments[next].Text.Length);
            segments[next].Kind = SegmentKind.Country;
        }

        // What stands before the street on the same line may be the company: keep it readable.
        if (segment.Kind != SegmentKind.Legal) segment.Kind = SegmentKind.Address;
        if (inLine && segment.Kind == SegmentKind.Address && begin > segment.Start + 2 && !IsLabel(segment.Slice(0, begin - segment.Start))) segments.Insert(index, segment.Slice(0, begin - segment.Start));
        var confidence = street.IsEmpty && box.IsEmpty ? 0.75 : 0.92;
        return new(street, Cut(segment, place.ZipStart, place.ZipLength), Cut(segment, place.CityStart, place.CityLength), country, code, confidence, segment.IsFooter)
        {
            Box = box,
            Region = Cut(segment, place.RegionStart, place.RegionLength),
        };
    }

    /// <summary>Whether a segment stands right below another in the same column.</summary>
    private static bool IsBelow(Segment segment, Segment above)
    {
        if (segment.Line.Index - above.Line.Index != 1) return false;
        var (column, other) = (segment.Start - segment.Line.Start, above.Start - above.Line.Start);
        var tabs = segment.Line.Text.AsSpan(0, column).Count('\t');
        return tabs > 0 ? tabs == above.Line.Text.AsSpan(0, other).Count('\t') : Math.Abs(column - other) <= 2;
    }

    private static bool IsLabel(Segment head) => head.Words.All(word => LabelWords.IsLabel(word.Folded));

    /// <summary>"Musterweg 1, Postfach 12 34" is a street and a box.</summary>
    private static (Span Street, Span Box) WithoutBox(Span found)
    {
        if (found.IsEmpty || !StreetReader.IsBox(Word.Split(found.Value))) return (found, Span.None);
        var comma = found.Value.IndexOfAny([',', ';', '/']);
        if (comma <= 0) return (Span.None, found);
        var (head, tail) = (Part(found, 0, comma), Part(found, comma + 1, found.Length));
        return StreetReader.IsBox(Word.Split(head.Value)) ? (tail, head) : (head, tail);
    }

    private static Span Part(Span whole, int from, int to)
    {
        while (from < to && whole.Value[from] == ' ') from++;
        while (to > from && whole.Value[to - 1] == ' ') to--;
        return new(whole.Value[from..to], whole.Start + from, to - from);
    }

    private static PostalAddress? WithoutPostcode(List<Segment> segments, int index)
    {
        var segment = segments[index];
        var comma = segment.Text.IndexOf(',', StringComparison.Ordinal);
        var likelihood = StreetReader.Likelihood(segment.Text, segment.Words);
        if (likelihood < SureStreet) return null;
        var street = new Span(segment.Text, segment.Start, segment.Text.Length);
        var place = Locality.None;
        if (comma > 0)
        {
            var pieces = Pieces(segment);
            var last = pieces.FindLastIndex(piece => StreetReader.Likelihood(piece.Text, piece.Words) >= 0.2);
            if (last >= 0 && last < pieces.Count - 1)
            {
                var end = pieces[last].Start + pieces[last].Text.Length;
                street = new(segment.Text[..(end - segment.Start)], segment.Start, end - segment.Start);
                place = CityAndCountry(pieces, last + 1);
            }
        }

        for (var next = index + 1; place.City.IsEmpty && next < segments.Count && next <= index + 2 && segments[next].Line.Index - segment.Line.Index <= 2; next++)
        {
            if (segments[next].Kind != SegmentKind.Unknown) break;
            var pieces = Pieces(segments[next]);
            if (pieces.Count is < 2 or > 5 || !NamesLand(pieces[^1].Text)) continue;
            var from = pieces.Count - 2;
            while (from > 0 && NamesLand(pieces[from].Text)) from--;
            place = CityAndCountry(pieces, from);
            segments[next].Kind = SegmentKind.Address;
        }

        segment.Kind = SegmentKind.Address;
        (street, var box) = WithoutBox(street);
        return new(street, Span.None, place.City, place.Country, place.Code, place.City.IsEmpty ? 0.65 : 0.75, segment.IsFooter) { Box = box, Region = place.Region };
    }

    private static bool NamesLand(string text) => Countries.Of(text) is not null || Regions.CountryOf(text, "US", "CA") is not null;

    private static Locality CityAndCountry(List<Segment> pieces, int from)
    {
        var city = pieces[from];
        if (!char.IsUpper(city.Text[0]) || city.Words.Count > 4 || city.Text.AsSpan().ContainsAnyInRange('0', '9')) return Locality.None;
        var last = pieces[^1];
        var code = pieces.Count - 1 > from ? Countries.Of(last.Text) : null;
        var region = pieces.Count - 1 > from && Regions.CountryOf(pieces[from + 1].Text, "US", "CA") is { } land && (code is null || code == land) ? (Piece: pieces[from + 1], Land: land) : default;
        return new(Whole(city), region.Piece is null ? Span.None : Whole(region.Piece), code is null ? Span.None : Whole(last), code ?? region.Land);
    }

    private static Span Whole(Segment segment) => new(segment.Text, segment.Start, segment.Text.Length);

    private static List<Segment> Pieces(Segment segment)
    {
        var pieces = new List<Segment>();
        var start = 0;
        for (var i = 0; i <= segment.Text.Length && pieces.Count < 12; i++)
        {
            if (i < segment.Text.Length && segment.Text[i] is not (',' or ';')) continue;
            var from = start;
            var to = i;
            while (from < to && char.IsWhiteSpace(segment.Text[from])) from++;
            while (to > from && char.IsWhiteSpace(segment.Text[to - 1])) to--;
            if (to > from) pieces.Add(segment.Slice(from, to - from));
            start = i + 1;
        }

        return pieces;
    }

    /// <summary>The street at the end of the first <paramref name="end"/> characters: all comma pieces from the first that is one.</summary>
    private static Span StreetBefore(Segment segment, int end, double atLeast)
    {
        if (end <= 1) return Span.None;
        var head = segment.Slice(0, end);
        if (LegalWords.Find(head.Words) is { Kind: not LegalWord.None } legal)
        {
            // "Hauptsitz: Alpenweg 3, 87001 Memmingen"
            var colon = head.Text.LastIndexOf(':');
            if (colon < legal.Start) return Span.None;
            head = head.Slice(colon + 1, head.Text.Length - colon - 1);
        }

        if (LabelEnd(head) is > 0 and var label && label < head.Text.Length) head = head.Slice(label, head.Text.Length - label);
        var pieces = Pieces(head);
        var first = pieces.FindIndex(piece => StreetReader.Likelihood(piece.Text, piece.Words) >= SureStreet);
        // "ZA Les Ormes, 12 rue du Moulin", "Oak House, 3 Mill Lane"
        while (first > 0 && StreetReader.IsBuilding(pieces[first - 1].Words)) first--;
        if (first < 0) first = pieces.FindIndex(piece => StreetReader.Likelihood(piece.Text, piece.Words) >= atLeast || StreetReader.Likelihood(piece.Text, piece.Words) >= 0.2 && pieces.Count > 1 && atLeast < SureStreet);
        if (first < 0 && StreetReader.Likelihood(head.Text, head.Words) >= atLeast) first = Math.Max(0, pieces.FindIndex(piece => StreetReader.Likelihood(piece.Text, piece.Words) >= 0.2));
        if (first < 0) return Span.None;
        // "6F., No.1, Muster 1st Rd.": units in front belong to it.
        while (first > 0 && pieces[first - 1].Text.Length <= 12 && pieces[first - 1].Text.AsSpan().ContainsAnyInRange('0', '9')) first--;
        var begin = pieces[first];
        var stop = pieces[^1].Start + pieces[^1].Text.Length;
        return new(segment.Text[(begin.Start - segment.Start)..(stop - segment.Start)], begin.Start, stop - begin.Start);
    }

    // "Adresse: Musterweg 1"
    private static int LabelEnd(Segment segment)
    {
        var colon = segment.Text.IndexOf(':', StringComparison.Ordinal);
        if (colon is <= 0 or > 24) return 0;
        var end = colon + 1;
        while (end < segment.Text.Length && segment.Text[end] == ' ') end++;
        return end;
    }

    /// <summary>A street can take two lines: "1 Example Street" and "Suite 200".</summary>
    private static Span Join(List<Segment> segments, int index, Span street)
    {
        if (index == 0 || street.Length > 60) return street;
        var above = segments[index - 1];
        var below = segments[index];
        if (above.Kind != SegmentKind.Unknown || below.Line.Index - above.Line.Index != 1) return street;
        if (StreetReader.Likelihood(above.Text, above.Words) < SureStreet || StreetReader.IsBox(below.Words)) return street;
        above.Kind = SegmentKind.Address;
        return new($"{above.Text}, {street.Value}", above.Start, street.Start + street.Length - above.Start);
    }

    private static Span Cut(Segment segment, int start, int length) =>
        length <= 0 || start + length > segment.Text.Length ? Span.None : new(segment.Text.Substring(start, length).Trim(), segment.Start + start, length);

    private readonly record struct Locality(Span City, Span Region, Span Country, string? Code)
    {
        public static Locality None => new(Span.None, Span.None, Span.None, null);
    }
}
