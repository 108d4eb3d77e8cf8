using Signet.Contracts;
using Signet.Web.Capture;
using Signet.Web.Fields;

namespace Signet.Web.Tests.Capture;

public sealed class SourceDocumentTests : WebContext
{
    [Fact]
    public void The_text_is_cut_at_the_sender_and_the_signature()
    {
        var document = Cut(Sample.Field(FieldKind.Phone, "+491713920042", .97, "0171 3920042", PhoneType.Mobile));

        Assert.Equal("Klara Muster <k.muster@antriebe.example.com>", Join(document.From));
        Assert.Equal("Good morning,\n\nplease call me.", Join(document.Before));
        Assert.StartsWith("Klara Muster\n", Join(document.Signature), StringComparison.Ordinal);
        Assert.Equal("Imprint", Join(document.After));
        Assert.Equal((5, 8), (document.SignatureFirstLine, document.SignatureLastLine));
    }

    [Fact]
    public void Every_recognised_value_is_a_mark_and_knows_its_line()
    {
        var sheet = FieldSheet.Of(Sample.Capture(Sample.Field(FieldKind.Phone, "+491713920042", .97, "0171 3920042", PhoneType.Mobile)), Get<FieldWords>());

        var document = SourceDocument.Of(Sample.Text, Sample.Capture().Signature, sheet.Entries);

        var mark = Assert.Single(document.Signature, piece => piece.Entry is not null);
        Assert.Equal("0171 3920042", mark.Text);
        Assert.Equal(7, mark.Entry!.Line);
    }

    [Fact]
    public void Where_readings_overlap_the_shortest_says_most()
    {
        var document = Cut(Sample.Field(FieldKind.Company, "Klara Muster", .7, "Klara Muster"), Sample.Field(FieldKind.FirstName, "Klara", .99, "Klara"));

        Assert.Equal([FieldKind.FirstName, FieldKind.Company], document.Signature.Where(piece => piece.Entry is not null).Select(piece => piece.Entry!.Kind));
        Assert.Equal(["Klara", " Muster"], document.Signature.Where(piece => piece.Entry is not null).Select(piece => piece.Text));
    }

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(9000, 3)]
    [InlineData(3, 9000)]
    [InlineData(3, 0)]
    public void A_range_outside_the_text_marks_nothing(int start, int length)
    {
        var field = Sample.Field(FieldKind.City, "Musterstadt", .99) with { Range = new(start, length) };
        var document = Cut(field);
        Assert.DoesNotContain(document.From.Concat(document.Before).Concat(document.Signature).Concat(document.After), piece => piece.Entry is not null);
    }

    [Fact]
    public void Pasted_text_has_no_sender()
    {
        var document = SourceDocument.Of("Klara Muster\nMobile 0171 3920042", null, []);
        Assert.Empty(document.From);
        Assert.Empty(document.Signature);
        Assert.Equal("Klara Muster\nMobile 0171 3920042", Join(document.Before));
    }

    private SourceDocument Cut(params CapturedField[] fields)
    {
        var capture = Sample.Capture(fields);
        return SourceDocument.Of(capture.Text, capture.Signature, FieldSheet.Of(capture, Get<FieldWords>()).Entries);
    }

    private static string Join(IReadOnlyList<SourcePiece> pieces) => string.Concat(pieces.Select(piece => piece.Text));
}
