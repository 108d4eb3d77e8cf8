using System.Collections.Frozen;
using Signet.Extraction.Text;
using Signet.Extraction.Vocabulary;

namespace Signet.Extraction.Lines;

/// <summary>Cuts the street out of the text around it.</summary>
internal static class StreetSpan
{
    /// <summary>A street word with a number.</summary>
    public const double Sure = 0.85;

    private static readonly FrozenSet<string> Units = "suite ste floor fl room rm unit apt pab nave planta piso edif bldg".Split(' ').ToFrozenSet();

    /// <summary>"Musterweg 1, Postfach 27 15" is a street and a box.</summary>
    public static (Span Street, Span Box) WithoutBox(Span found)
    {
        if (found.IsEmpty || !StreetReader.IsBox(Word.Split(found.Value))) return (found, Span.None);
        var comma = found.Value.IndexOfAny([',', ';', '/', '|']);
        if (comma <= 0) return (Span.None, found);
        var (head, tail) = (Part(found, 0, comma), Part(found, comma + 1, found.Length));
        return StreetReader.IsBox(Word.Split(head.Value)) ? (tail, head) : (head, tail);
    }

    private static Span Part(Span whole, int from, int to)
    {
        while (from < to && char.IsWhiteSpace(whole.Value[from])) from++;
        while (to > from && char.IsWhiteSpace(whole.Value[to - 1])) to--;
        return new(whole.Value[from..to], whole.Start + from, to - from);
    }

    /// <summary>The street at the end of the first <paramref name="end"/> characters: all comma pieces from the first that is one.</summary>
    public static Span Before(Segment segment, int end, double atLeast)
    {
        if (end <= 1) return Span.None;
        var head = segment.Slice(0, end);
        if (LegalWords.Find(head.Words) is { Kind: not LegalWord.None } legal)
        {
            // "Hauptsitz: Alpenweg 3, 27568 Bremerhaven"
            var colon = head.Text.LastIndexOf(':');
            if (colon < legal.Start) return Span.None;
            head = head.Slice(colon + 1, head.Text.Length - colon - 1);
        }

        if (LabelEnd(head) is > 0 and var label && label < head.Text.Length) head = head.Slice(label, head.Text.Length - label);
        var pieces = head.Pieces();
        var first = pieces.FindIndex(piece => StreetReader.Likelihood(piece.Text, piece.Words) >= Sure);
        // "ZA Les Ormes, 12 rue du Moulin", "Oak House, 3 Mill Lane"
        while (first > 0 && StreetReader.IsBuilding(pieces[first - 1].Words)) first--;
        if (first < 0) first = pieces.FindIndex(piece => StreetReader.Likelihood(piece.Text, piece.Words) >= atLeast || StreetReader.Likelihood(piece.Text, piece.Words) >= 0.2 && pieces.Count > 1 && atLeast < Sure);
        if (first < 0 && StreetReader.Likelihood(head.Text, head.Words) >= atLeast) first = Math.Max(0, pieces.FindIndex(piece => StreetReader.Likelihood(piece.Text, piece.Words) >= 0.2));
        // "Example House, North Lawn" beside a postcode: without a number.
        if (first < 0 && atLeast < Sure) first = pieces.FindIndex(piece => piece.Words.Count is 2 or 3 && StreetReader.IsBuilding(piece.Words) && char.IsUpper(piece.Text[0]));
        if (first < 0) return Span.None;
        // "5F., No.12, Example 2nd Rd.": units in front belong to it.
        // "Example Center Two, Suite 12", "Pol. Ind. Ejemplo, Nave 3": a unit alone is no street.
        if (first > 0 && pieces[first].Words.Count <= 2 && Units.Contains(pieces[first].Words[0].Folded) && char.IsUpper(pieces[first - 1].Text[0])) first--;
        while (first > 0 && pieces[first - 1].Text.Length <= 12 && pieces[first - 1].Text.AsSpan().ContainsAnyInRange('0', '9')) first--;
        var begin = pieces[first];
        var stop = pieces[^1].Start + pieces[^1].Text.Length;
        // "Markt 5 (Lieferanschrift: Torweg 7)"
        if (segment.Text.AsSpan(begin.Start - segment.Start, stop - begin.Start) is var whole && whole.IndexOf('(') is > 3 and var open) stop = begin.Start + whole[..open].TrimEnd().Length;
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
    public static Span Join(List<Segment> segments, int index, Span street)
    {
        if (index == 0 || street.Length > 60) return street;
        var above = segments[index - 1];
        var below = segments[index];
        if (above.Kind != SegmentKind.Unknown || below.Line.Index - above.Line.Index != 1) return street;
        if (StreetReader.Likelihood(above.Text, above.Words) < Sure || StreetReader.IsBox(below.Words)) return street;
        above.Kind = SegmentKind.Address;
        return new($"{above.Text}, {street.Value}", above.Start, street.Start + street.Length - above.Start);
    }
}
