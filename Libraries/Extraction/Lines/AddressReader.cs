using Signet.Extraction.Text;
using Signet.Extraction.Vocabulary;

namespace Signet.Extraction.Lines;

/// <summary>Puts streets, postcodes and cities of neighbouring segments together.</summary>
internal static class AddressReader
{
    private const double SureStreet = StreetSpan.Sure;
    private const double BesidePostcode = 0.35;

    /// <summary>All addresses, and marks the segments that they used.</summary>
    public static List<PostalAddress> Read(List<Segment> segments, StepCounter steps)
    {
        var addresses = new List<PostalAddress>();
        for (var i = 0; i < segments.Count; i++)
        {
            if (segments[i].Kind is SegmentKind.Noise or SegmentKind.Address) continue;
            if (PostcodeReader.Read(segments[i], steps) is { } place)
            {
                if (WithPlace(segments, i, place, steps) is { } address) addresses.Add(address);
            }
            else if (i > 0 && BarePostcode.CountryOf(segments[i]) is { } land && WithCityAbove(segments, i, land, steps) is { } bare)
            {
                addresses.Add(bare);
            }
        }

        for (var i = 0; i < segments.Count; i++)
            if (segments[i].Kind is SegmentKind.Unknown && WithoutPostcode(segments, i, steps) is { } address) addresses.Add(address);
        return addresses;
    }

    private static PostalAddress? WithPlace(List<Segment> segments, int index, Place place, StepCounter steps)
    {
        var segment = segments[index];
        var (street, box) = StreetSpan.WithoutBox(StreetSpan.Before(segment, place.Before, BesidePostcode));
        var begin = street.IsEmpty ? box.Start : street.Start;
        var inLine = begin > 0;
        if (street.IsEmpty && box.IsEmpty) street = Behind(segments, index, place);
        for (var back = 1; street.IsEmpty && back <= 4 && index - back >= 0; back++)
        {
            var above = segments[index - back];
            steps.Add(above.Words.Count);
            // A label of the column beside.
            if (above.Kind == SegmentKind.Noise && IsLabel(above)) continue;
            // In two columns, what stands in the own one counts.
            if (!ReferenceEquals(above.Line, segment.Line) && !IsBelow(segment, above) && index - back > 0 && ReferenceEquals(segments[index - back - 1].Line, above.Line) && IsBelow(segment, segments[index - back - 1])) continue;
            if (above.Kind is SegmentKind.Noise or SegmentKind.Legal || segment.Line.Index - above.Line.Index > 3) break;
            var found = StreetSpan.Before(above, above.Text.Length, back == 1 || IsBelow(segment, above) ? BesidePostcode : SureStreet);
            if (found.IsEmpty) continue;
            above.Kind = SegmentKind.Address;
            (street, var post) = StreetSpan.WithoutBox(found);
            if (box.IsEmpty) box = post;
            if (!street.IsEmpty) street = StreetSpan.Join(segments, index - back, street);
        }

        // A registered seat is a place without a street.
        if (segment.Kind == SegmentKind.Legal && street.IsEmpty && box.IsEmpty) return null;
        var country = place.CountryLength > 0 ? Cut(segment, place.CountryStart, place.CountryLength) : Span.None;
        var code = place.Country;
        for (var next = index + 1; code is null && next < segments.Count && next <= index + 2; next++)
        {
            steps.Add(1);
            var text = segments[next].Text;
            var below = segments[next].Line.Index - segment.Line.Index;
            if (below > 2 || (below == 0 ? Countries.BesidePlace(text) : Countries.Named(text)) is not { } named) continue;
            code = named;
            country = new(text, segments[next].Start, text.Length);
            segments[next].Kind = SegmentKind.Country;
        }

        // What stands before the street on the same line may be the company: keep it readable.
        if (segment.Kind != SegmentKind.Legal) segment.Kind = SegmentKind.Address;
        if (inLine && segment.Kind == SegmentKind.Address && begin > segment.Start + 2 && !IsLabel(segment.Slice(0, begin - segment.Start)) && !segment.Text.AsSpan(0, begin - segment.Start).TrimEnd().EndsWith(":")) segments.Insert(index, segment.Slice(0, begin - segment.Start));
        var confidence = street.IsEmpty && box.IsEmpty ? 0.75 : 0.92;
        return new(street, Cut(segment, place.ZipStart, place.ZipLength), Cut(segment, place.CityStart, place.CityLength), country, code, confidence, segment.IsFooter)
        {
            Box = box,
            Region = Cut(segment, place.RegionStart, place.RegionLength),
        };
    }

    /// <summary>"4600 Wels, Musterstraße 8": the street behind the city, where none stands in front.</summary>
    private static Span Behind(List<Segment> segments, int index, Place place)
    {
        var segment = segments[index];
        if (index > 0 && segments[index - 1] is { } before && (ReferenceEquals(before.Line, segment.Line) || IsBelow(segment, before)) && StreetReader.Likelihood(before.Text, before.Words) >= SureStreet) return Span.None;
        var end = Math.Max(place.CityStart + place.CityLength, Math.Max(place.RegionStart + place.RegionLength, place.CountryStart + place.CountryLength));
        if (end < segment.Text.Length && segment.Text.AsSpan(end).TrimStart() is [',' or '/', ..] && segment.Text.AsSpan(end).IndexOfAnyExcept(" ,/".AsSpan()) is > 0 and var gap)
        {
            var rest = segment.Slice(end + gap, segment.Text.Length - end - gap);
            return StreetReader.Likelihood(rest.Text, rest.Words) >= SureStreet ? Whole(rest) : Span.None;
        }

        if (end < segment.Text.Length || index + 1 == segments.Count || !ReferenceEquals(segments[index + 1].Line, segment.Line)) return Span.None;
        var next = segments[index + 1];
        if (next.Kind != SegmentKind.Unknown || StreetReader.Likelihood(next.Text, next.Words) < SureStreet || PostcodeReader.Read(next) is not null) return Span.None;
        next.Kind = SegmentKind.Address;
        return Whole(next);
    }

    /// <summary>City and street above a postcode that has a line of its own.</summary>
    private static PostalAddress? WithCityAbove(List<Segment> segments, int index, string land, StepCounter steps)
    {
        var segment = segments[index];
        var above = segments[index - 1];
        steps.Add(above.Words.Count);
        if (above.Kind != SegmentKind.Unknown || segment.Line.Index - above.Line.Index > 2 || BarePostcode.CityIn(above) is not var (city, region)) return null;
        var street = Span.None;
        if (index > 1 && segments[index - 2] is { Kind: SegmentKind.Unknown } line && above.Line.Index - line.Line.Index <= 2)
        {
            street = StreetSpan.Before(line, line.Text.Length, BesidePostcode);
            if (!street.IsEmpty) line.Kind = SegmentKind.Address;
        }

        if (street.IsEmpty && region is null) return null;
        above.Kind = segment.Kind = SegmentKind.Address;
        (street, var box) = StreetSpan.WithoutBox(street);
        return new(street, Whole(segment), Whole(city), Span.None, land, street.IsEmpty ? 0.75 : 0.9, segment.IsFooter) { Box = box, Region = region is null ? Span.None : Whole(region) };
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

    private static PostalAddress? WithoutPostcode(List<Segment> segments, int index, StepCounter steps)
    {
        var segment = segments[index];
        steps.Add(segment.Words.Count);
        var comma = segment.Text.IndexOf(',', StringComparison.Ordinal);
        var likelihood = StreetReader.Likelihood(segment.Text, segment.Words);
        if (likelihood < SureStreet) return null;
        var street = new Span(segment.Text, segment.Start, segment.Text.Length);
        var place = Locality.None;
        // "200 Example Street"
        var isAmerican = char.IsAsciiDigit(segment.Text[0]);
        if (comma > 0)
        {
            var pieces = segment.Pieces();
            var last = pieces.FindLastIndex(piece => StreetReader.Likelihood(piece.Text, piece.Words) >= 0.2);
            if (last >= 0 && last < pieces.Count - 1)
            {
                var end = pieces[last].Start + pieces[last].Text.Length;
                street = new(segment.Text[..(end - segment.Start)], segment.Start, end - segment.Start);
                place = CityAndCountry(pieces, last + 1, isAmerican);
            }
        }

        for (var next = index + 1; place.City.IsEmpty && next < segments.Count && next <= index + 2 && segments[next].Line.Index - segment.Line.Index <= 2; next++)
        {
            steps.Add(segments[next].Words.Count);
            if (segments[next].Kind != SegmentKind.Unknown) break;
            var pieces = segments[next].Pieces();
            if (pieces.Count is < 2 or > 5 || !NamesLand(pieces[^1].Text, isAmerican)) continue;
            var from = pieces.Count - 2;
            while (from > 0 && NamesLand(pieces[from].Text, isAmerican)) from--;
            place = CityAndCountry(pieces, from, isAmerican);
            segments[next].Kind = SegmentKind.Address;
        }

        segment.Kind = SegmentKind.Address;
        (street, var box) = StreetSpan.WithoutBox(street);
        return new(street, Span.None, place.City, place.Country, place.Code, place.City.IsEmpty ? 0.65 : 0.75, segment.IsFooter) { Box = box, Region = place.Region };
    }

    private static bool NamesLand(string text, bool isAmerican) => Countries.Named(text) is not null || CountryOfState(text, isAmerican) is not null;

    /// <summary>"Texas" is a state wherever it stands, "TX" only where the street is written as in America; "NL" could be a country there too.</summary>
    private static string? CountryOfState(string text, bool isAmerican)
    {
        if (text.Length == 2 && !isAmerican) return null;
        return Regions.CountryOf(text, "US") ?? (Countries.IsCode(text) ? null : Regions.CountryOf(text, "CA"));
    }

    private static Locality CityAndCountry(List<Segment> pieces, int from, bool isAmerican)
    {
        var city = pieces[from];
        if (!char.IsUpper(city.Text[0]) || city.Words.Count > 4 || city.Text.AsSpan().ContainsAnyInRange('0', '9')) return Locality.None;
        var last = pieces[^1];
        var code = pieces.Count - 1 > from ? Countries.Named(last.Text) : null;
        var region = pieces.Count - 1 > from && CountryOfState(pieces[from + 1].Text, isAmerican) is { } land && (code is null || code == land) ? (Piece: pieces[from + 1], Land: land) : default;
        return new(Whole(city), region.Piece is null ? Span.None : Whole(region.Piece), code is null ? Span.None : Whole(last), code ?? region.Land);
    }

    private static Span Whole(Segment segment) => new(segment.Text, segment.Start, segment.Text.Length);

    private static Span Cut(Segment segment, int start, int length) =>
        length <= 0 || start + length > segment.Text.Length ? Span.None : new(segment.Text.Substring(start, length).Trim(), segment.Start + start, length);
}
