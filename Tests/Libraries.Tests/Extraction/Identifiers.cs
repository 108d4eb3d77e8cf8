using Signet.Contracts;
using Signet.Extraction.Assembly;
using Signet.Extraction.Identifiers;
using Signet.Extraction.Text;

namespace Signet.Tests.Extraction;

/// <summary>VAT ids and commercial registers. The numbers are made up and have right check digits unless a test says otherwise.</summary>
public sealed class Identifiers
{
    [Theory]
    [InlineData("USt-IdNr.: DE 112 233 446", "DE112233446")]
    [InlineData("Umsatzsteuer-Identifikationsnummer gemäß §27a: DE112233446", "DE112233446")]
    [InlineData("UID: ATU12345675", "ATU12345675")]
    [InlineData("UID-Nr. ATU 12345675, DVR 123", "ATU12345675")]
    [InlineData("CHE-123.456.788 MWST", "CHE-123.456.788 MWST")]
    [InlineData("P.IVA 01234567897", "IT01234567897")]
    [InlineData("C.F. e P.IVA: IT 01234567897", "IT01234567897")]
    [InlineData("N° TVA : FR 11 123456782", "FR11123456782")]
    [InlineData("CIF: B12345674", "ESB12345674")]
    [InlineData("BTW NL111222333B01", "NL111222333B01")]
    [InlineData("TVA BE 0123.456.749", "BE0123456749")]
    [InlineData("N° TVA : FR K7 123456782", "FRK7123456782")]
    [InlineData("VAT Reg. No. GB 123 4567 82", "GB123456782")]
    [InlineData("HRB 4711 - DE112233446", "DE112233446")]
    public void A_vat_id_that_passes_its_check_is_read(string line, string id) => Assert.Equal(id, Vat(line)?.Value);

    [Theory]
    [InlineData("USt-IdNr.: DE 112 233 445")]
    [InlineData("UID: ATU12345678")]
    [InlineData("P.IVA 01234567890")]
    [InlineData("CHE-123.456.788")]
    [InlineData("Order DE 112233")]
    [InlineData("FR K7 123456782")]
    [InlineData("N° TVA : FR K7 123456781")]
    [InlineData("BTW NL111222333A01")]
    [InlineData("Tel. 01234 567897")]
    [InlineData("IBAN DE02 1203 0000 0000 2020 51")]
    [InlineData("Steuernummer 123/4567/8901")]
    public void What_fails_the_check_or_is_another_number_is_no_vat_id(string line) => Assert.Null(Vat(line));

    [Fact]
    public void A_label_makes_a_vat_id_surer_than_its_format_alone() =>
        Assert.True(Vat("USt-IdNr. DE112233446")!.Confidence > Vat("DE112233446")!.Confidence);

    [Theory]
    [InlineData("Amtsgericht Kiel, HRA 4711", "Amtsgericht Kiel, HRA 4711")]
    [InlineData("Amtsgericht Kiel HRB 4711 KI", "Amtsgericht Kiel, HRB 4711")]
    [InlineData("HRB 12345 B, Registergericht: Berlin-Charlottenburg", "Registergericht Berlin-Charlottenburg, HRB 12345 B")]
    [InlineData("Handelsregister: AG Freiburg i. Br., HRB Nr. 4711", "AG Freiburg i. Br., HRB Nr. 4711")]
    [InlineData("Kupfer AG Erfurt | HRB 4711", "HRB 4711")]
    [InlineData("FN 123456a, Handelsgericht Wien", "Handelsgericht Wien, FN 123456a")]
    [InlineData("FN 123456 a", "FN 123456 a")]
    [InlineData("CHE-123.456.788", "CHE-123.456.788")]
    [InlineData("RCS Paris 123 456 782", "RCS Paris 123 456 782")]
    [InlineData("SIRET 123 456 782 00011", "SIRET 123 456 782 00011")]
    [InlineData("KvK-nr. 12345678", "KvK-nr. 12345678")]
    [InlineData("REA MI-1234567", "REA MI-1234567")]
    [InlineData("Registered in England and Wales No. 01234567", "Registered in England and Wales No. 01234567")]
    [InlineData("Company No. SC123456", "Company No. SC123456")]
    public void A_register_number_is_read_with_its_court(string line, string register) => Assert.Equal(register, Register(line)?.Value);

    [Theory]
    [InlineData("CHE-123.456.788 MWST")]
    [InlineData("VR 5550100")]
    [InlineData("FN 12")]
    [InlineData("Tel. 0431 5550100")]
    [InlineData("Amtsgericht Kiel")]
    [InlineData("HRB of the month")]
    public void What_is_no_register_number_is_not_read_as_one(string line) => Assert.Null(Register(line));

    [Fact]
    public void The_court_may_stand_on_the_line_above() =>
        Assert.Equal("Registergericht Kiel, HRB 4711", Register("Sitz: Kiel, Registergericht: Kiel\nHRB 4711")?.Value);

    [Fact]
    public void Both_are_fields_of_the_draft_and_no_phones()
    {
        var draft = Reading.Pasted("Erika Muster\nKupfer GmbH\nTel. +49 361 5550100\n\nSitz: Erfurt, Amtsgericht Jena HRB 4711\nUSt-IdNr. DE 112 233 446");

        Assert.Equal(("Amtsgericht Jena, HRB 4711", "DE112233446"), (draft.Value(FieldKind.CommercialRegister), draft.Value(FieldKind.VatId)));
        Assert.Single(draft.Phones());
        Assert.Equal("DE 112 233 446", draft.Literal(draft.Fields.Single(field => field.Kind == FieldKind.VatId)));
    }

    private static Choice? Vat(string line)
    {
        var found = new Contest();
        VatReader.Read(new TextLine(0, 0, line, line.Length), found, new());
        return found.Winner;
    }

    private static Choice? Register(string text)
    {
        var found = new Contest();
        RegisterReader.Read([.. text.Split('\n').Select((line, index) => new TextLine(index, 0, line, line.Length))], found, new());
        return found.Winner;
    }
}
