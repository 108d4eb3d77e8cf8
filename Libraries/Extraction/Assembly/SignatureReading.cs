using Signet.Extraction.Lines;
using Signet.Extraction.People;
using Signet.Extraction.Signatures;
using Signet.Extraction.Text;

namespace Signet.Extraction.Assembly;

/// <summary>The lines of a signature taken apart: pieces of text, contact points, addresses.</summary>
/// <param name="Region">As in which its national numbers are read.</param>
internal sealed record SignatureReading(List<Segment> Segments, List<ContactPoint> Points, List<PostalAddress> Addresses, Region Region)
{
    private bool HasNationalNumbers { get; init; }

    public static SignatureReading Of(Signature signature, SenderIdentity? sender, string fallback, StepCounter steps)
    {
        var reading = Of(signature, RegionGuess.Of(signature, sender, fallback), steps);
        // Numbers stand in the way of addresses, and addresses tell how numbers are read: where they tell otherwise, once more.
        var region = RegionGuess.Of(reading);
        if (region == reading.Region) return reading;
        return reading.HasNationalNumbers ? Of(signature, region, steps) : reading with { Region = region };
    }

    private static SignatureReading Of(Signature signature, Region region, StepCounter steps)
    {
        var segments = new List<Segment>();
        var points = new List<ContactPoint>();
        var phones = new PhoneReader(region.Code, region.IsSaid, steps);
        var reader = new LineReader(phones, steps);
        foreach (var line in signature.Lines) reader.Read(line, isFooter: false, segments, points);
        foreach (var line in signature.Footer) reader.Read(line, isFooter: true, segments, points);
        SegmentClassifier.MarkNoise(segments, steps);
        return new(segments, points, AddressReader.Read(segments, steps), region) { HasNationalNumbers = phones.HasNational };
    }
}
