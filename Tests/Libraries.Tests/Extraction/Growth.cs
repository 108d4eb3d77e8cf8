using System.Text;
using Signet.Extraction.Assembly;
using Signet.Extraction.Identifiers;
using Signet.Extraction.Lines;
using Signet.Extraction.Mail;
using Signet.Extraction.People;
using Signet.Extraction.Quotes;
using Signet.Extraction.Signatures;
using Signet.Extraction.Text;

namespace Signet.Tests.Extraction;

/// <summary>Twice the input costs each stage twice the steps, far beyond the limits that extraction sets to it.</summary>
public sealed class Growth
{
    private const int Few = 500;

    // Of a doubled input; the rest is what does not grow.
    private const double Most = 2.1;
    private const int Rest = 500;

    private static readonly SenderIdentity Erika = SenderIdentity.Of(new("Erika Muster", "erika.muster@kupfer.example"))!;

    private static readonly Dictionary<string, Action<string, int, StepCounter>> Stages = new()
    {
        ["html"] = (unit, count, steps) => HtmlLines.Read(Repeat(unit, count), steps),
        ["tags"] = (unit, count, steps) => HtmlLines.Read(Repeat($"<td><a href={unit}>", count), steps),
        ["attributes"] = (unit, count, steps) => HtmlLines.Read("<a " + Repeat("href=x class=y ", count) + ">", steps),
        ["quotes"] = (unit, count, steps) => QuoteMarker.Mark(Lines(unit, count), steps),
        ["signature"] = (unit, count, steps) => new SignatureFinder(Lines(unit, count), Erika, steps).Find(),
        ["pasted signature"] = (unit, count, steps) => new SignatureFinder(Lines(unit, count), null, steps).Find(),
        ["lines"] = (unit, count, steps) => Segments(unit, count, steps),
        ["noise"] = (unit, count, steps) => SegmentClassifier.MarkNoise(Segments(unit, count, new()), steps),
        ["addresses"] = (unit, count, steps) => AddressReader.Read(Segments(unit, count, new()), steps),
        ["refiner"] = (unit, count, steps) => SegmentRefiner.Refine(Segments(unit, count, new()), null, null, steps),
        ["person"] = (unit, count, steps) => PersonDecider.Decide(Classified(unit, count), null, null, 0, "DE", steps),
        ["company"] = (unit, count, steps) => CompanyDecider.Decide(Classified(unit, count), Erika, "kupfer", null, steps),
        ["title"] = (unit, count, steps) => TitleDecider.Decide(Classified(unit, count), Classified(unit, count)[^1], 0, null, true, steps),
        ["vat id"] = (unit, count, steps) => Lines(unit, count).ForEach(line => VatReader.Read(line, new(), steps)),
        ["register"] = (unit, count, steps) => RegisterReader.Read(Lines(unit, count), new(), steps),
    };

    private static readonly string[] Units =
    [
        "a", "Erika Muster", "Erika Muster, Leiterin", "Leiterin, Kupfer GmbH, IT", "Kupfer AG", "Musterweg 1, 23966 Wismar, DE", "Musterweg 1", "200 Example Street, Lubbock, TX 79401", "Tel. +49 361 5550100 Fax 0361 5550199",
        "a@b.example www.example.org", "On 3 Feb 2025 a@b wrote", "From: x", "er schrieb am 3.2.2025:", "> x", "-- ", "____", "Best regards", "HRB 4711, HRB 4712, Amtsgericht Kiel", "USt-IdNr. DE112233446", "Geschäftsführer: A, B;", "users mailing list", "diff --git a b", "",
    ];

    public static TheoryData<string, string> Cases => [.. Stages.Keys.SelectMany(_ => Units, (stage, unit) => (stage, unit))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Twice_the_lines_cost_a_stage_twice_the_steps(string stage, string unit)
    {
        var (once, twice) = (Steps(stage, unit, Few), Steps(stage, unit, 2 * Few));

        Assert.InRange(twice, 0, (long)(once * Most) + Rest);
    }

    [Theory]
    [InlineData("html")]
    [InlineData("quotes")]
    [InlineData("signature")]
    [InlineData("lines")]
    [InlineData("noise")]
    [InlineData("addresses")]
    [InlineData("refiner")]
    [InlineData("person")]
    [InlineData("company")]
    [InlineData("title")]
    [InlineData("vat id")]
    [InlineData("register")]
    public void A_stage_counts_what_it_does(string stage) => Assert.InRange(Steps(stage, "Erika Muster 4711 0815", 2 * Few), Few, long.MaxValue);

    private static long Steps(string stage, string unit, int count)
    {
        var steps = new StepCounter();
        Stages[stage](unit, count, steps);
        return steps.Count;
    }

    private static List<Segment> Segments(string unit, int count, StepCounter steps)
    {
        var segments = new List<Segment>();
        var reader = new LineReader(new PhoneReader("DE", steps: steps), steps);
        foreach (var line in Lines(unit, count)) reader.Read(line, isFooter: false, segments, []);
        return segments.Count > 0 ? segments : [new(new TextLine(0, 0, "x", 1), 0, "x", isFooter: false)];
    }

    private static List<Segment> Classified(string unit, int count)
    {
        var segments = Segments(unit, count, new());
        segments.ForEach(SegmentClassifier.Classify);
        return segments;
    }

    private static List<TextLine> Lines(string unit, int count) => [.. Enumerable.Range(0, count).Select(i => new TextLine(i, i * (unit.Length + 1), unit, unit.Length))];

    private static string Repeat(string unit, int count) => new StringBuilder().Insert(0, unit, count).ToString();
}
