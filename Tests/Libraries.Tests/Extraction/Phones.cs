using Signet.Contracts;
using Signet.Extraction;
using Signet.Extraction.Lines;
using Signet.Extraction.Mail;

namespace Signet.Tests.Extraction;

/// <summary>Numbers and their labels.</summary>
public sealed class Phones
{
    [Theory]
    [InlineData("Tel. +49 (0) 711 5550100", PhoneType.Work, "+497115550100")]
    [InlineData("Telefon: 0711/5550100", PhoneType.Work, "+497115550100")]
    [InlineData("T +49 711 5550100", PhoneType.Work, "+497115550100")]
    [InlineData("Fon: ++49-711-5550100", PhoneType.Work, "+497115550100")]
    [InlineData("Mobil 0171 5550123", PhoneType.Mobile, "+491715550123")]
    [InlineData("M: +49 171 5550123", PhoneType.Mobile, "+491715550123")]
    [InlineData("Telefax (0711) 5550199", PhoneType.Fax, "+497115550199")]
    [InlineData("+49 711 5550199 (Fax)", PhoneType.Fax, "+497115550199")]
    [InlineData("Privat: 0711 5550177", PhoneType.Home, "+497115550177")]
    [InlineData("Fax:\t+49 711 5550199", PhoneType.Fax, "+497115550199")]
    [InlineData("Móv. +34 612 345 678", PhoneType.Mobile, "+34612345678")]
    [InlineData("Standard : +33 4 72 55 01 00", PhoneType.Switchboard, "+33472550100")]
    [InlineData("Centralino: +39 02 5550100", PhoneType.Switchboard, "+39025550100")]
    [InlineData("Centralita: +34 977 55 01 00", PhoneType.Switchboard, "+34977550100")]
    [InlineData("Main +1 713 555 0142", PhoneType.Switchboard, "+17135550142")]
    [InlineData("Algemeen: +31 10 121 8669", PhoneType.Switchboard, "+31101218669")]
    [InlineData("Zentrale: +49 711 5550-0", PhoneType.Switchboard, "+497115550-0")]
    [InlineData("Phone: +1 713 555 0142 ext. 238", PhoneType.Work, "+17135550142;ext=238")]
    [InlineData("Tel: +34 977 55 01 00  Ext: 2468", PhoneType.Work, "+34977550100;ext=2468")]
    [InlineData("Tel. +43 1 5550100 DW 12", PhoneType.Work, "+4315550100;ext=12")]
    [InlineData("Tel. +43 1 5550100, Klappe 12", PhoneType.Work, "+4315550100;ext=12")]
    [InlineData("Tél. +33 4 72 55 01 00 poste 238", PhoneType.Work, "+33472550100;ext=238")]
    [InlineData("Tel. +39 02 5550100 interno 12", PhoneType.Work, "+39025550100;ext=12")]
    [InlineData("Tel. +31 10 121 8669 toestel 12", PhoneType.Work, "+31101218669;ext=12")]
    [InlineData("Tel. +49 711 5550100 Raum 12", PhoneType.Work, "+497115550100")]
    [InlineData("+49 171 5550123", PhoneType.Mobile, "+491715550123")]
    [InlineData("+49 711 5550100", null, "+497115550100")]
    public void A_number_is_read_with_its_type(string line, PhoneType? type, string value)
    {
        var phone = Assert.Single(new PhoneReader("DE").Read(line, isLegal: false));

        Assert.Equal(value.Replace("-", "", StringComparison.Ordinal), phone.Value);
        Assert.Equal(type, phone.Type);
    }

    [Theory]
    [InlineData("D-23966 Wismar")]
    [InlineData("03.02.2025")]
    [InlineData("2025-02-03")]
    [InlineData("Version 10.0.19041")]
    [InlineData("192.168.178.20")]
    [InlineData("Order 4711-0815")]
    [InlineData("1,234,567.89 EUR")]
    public void What_is_no_number_is_not_read_as_one(string line) => Assert.Empty(new PhoneReader("DE").Read(line, isLegal: false));

    [Theory]
    [InlineData("Cordialement,\nClaire Exemple\nResponsable des achats\nAtelier Exemple SARL\n27 rue des Modèles\n67230 Benfeld\nTél. : 03 88 55 01 23", "DE", "+33388550123")]
    [InlineData("Cordialement,\nClaire Exemple\nResponsable des achats\nAtelier Exemple SA\nTél. : 022 555 01 23", "CH", "+41225550123")]
    [InlineData("Mit freundlichen Grüßen\nErika Muster\nLeiterin Einkauf\nTel. 03643 5550123", "DE", "+4936435550123")]
    public void A_national_number_is_read_as_where_the_signatures_language_is_spoken(string signature, string mailbox, string number)
    {
        var phone = Assert.Single(ContactExtractor.Extract(MailContent.Pasted(signature), new(mailbox)).Fields, field => field.Kind == FieldKind.Phone);
        Assert.Equal(number, phone.Value);
        Assert.True(phone.Confidence < .9, "Nothing in the text names a country.");
    }

    [Fact]
    public void A_name_in_the_column_before_is_no_label()
    {
        var draft = Reading.Pasted("Erika Funk            Durchwahl: +49 361 5550100\nKupfer GmbH           erika.funk@kupfer.example");

        Assert.Equal("Funk", draft.Value(FieldKind.LastName));
        Assert.Equal([(PhoneType.Work, "+493615550100")], draft.Phones());
    }

    [Fact]
    public void The_digits_of_an_extension_are_no_number_of_their_own() =>
        Assert.Equal("+17135550142;ext=123456", Assert.Single(new PhoneReader("US").Read("Tel. +1 713 555 0142 x 123456 7", isLegal: false)).Value);

    [Fact]
    public void Several_numbers_of_a_line_keep_their_labels()
    {
        var phones = new PhoneReader("US").Read("Ph: (713) 555-0142   Fx: (713) 555-0143", isLegal: false);

        Assert.Equal([(PhoneType.Work, "+17135550142"), (PhoneType.Fax, "+17135550143")], phones.Select(phone => (phone.Type, phone.Value)));
    }

    [Theory]
    [InlineData("Leiterin, IT")]
    [InlineData("Leiterin, HR")]
    [InlineData("Leiterin | IT")]
    [InlineData("IT")]
    [InlineData("Filiale Firenze (FI)")]
    public void Two_capitals_behind_a_function_or_alone_do_not_take_national_numbers_abroad(string line) =>
        Assert.Equal([(PhoneType.Work, "+493615550100")], Reading.Pasted($"Erika Muster\n{line}\nKupfer GmbH\nTel. 0361 5550100").Phones());

    [Theory]
    [InlineData("Erika Muster, MA\nKupfer GmbH\nTel. 0361 5550100", "DE", "+493615550100")]
    [InlineData("Jane Sample\nSample Ledger, Inc.\n200 Example Street\nChicago, IL 60601\nPhone: 713-555-0142", "DE", "+17135550142")]
    [InlineData("Jane Sample\nSample Ledger, Inc.\n200 Example Street\nWilmington, DE 19801\nPhone: 713-555-0142", "DE", "+17135550142")]
    [InlineData("Erika Muster\nKupfer GmbH\nAlte Gasse 4, A-1010 Wien\nTel. 01 5550100", "DE", "+4315550100")]
    [InlineData("Erika Muster\nHead of Sales, Austria\nKupfer GmbH\nTel. 01 5550100", "DE", "+4315550100")]
    [InlineData("Erika Muster\nKupfer GmbH\nAm Markt 5, D-99084 Erfurt\nTel. 0361 5550100", "US", "+493615550100")]
    [InlineData("Erika Muster\nKupfer GmbH\nTel. 01 5550100\nerika.muster@kupfer.example.at", "DE", "+4315550100")]
    [InlineData("Erika Muster\nKupfer GmbH\nTel. 01 5550100\nwww.kupfer.example.at/kontakt", "DE", "+4315550100")]
    [InlineData("Erika Muster\nKupfer GmbH\nAm Markt 5, 99084 Erfurt, Germany\nTel. 0361 5550100\nerika.muster@kupfer.example.at", "AT", "+493615550100")]
    public void An_address_a_country_written_out_or_a_domain_tells_how_national_numbers_are_read(string lines, string region, string value) =>
        Assert.Equal([(PhoneType.Work, value)], Reading.Pasted(lines, region).Phones());

    [Fact]
    public void One_word_of_a_name_does_not_tell_the_language_of_a_signature() =>
        Assert.Equal([(null, "+17135550142")], Reading.Pasted("Jane van Sample\nSample Ledger - North Desk\n713-555-0142", "US").Phones());

    [Theory]
    [InlineData("Tel. 0361 5550100", true)]
    [InlineData("Tel. +49 361 5550100", false)]
    public void A_national_number_is_less_sure_where_only_the_mailbox_tells_the_country(string line, bool isLess)
    {
        var said = Assert.Single(new PhoneReader("DE").Read(line, isLegal: false));
        var assumed = Assert.Single(new PhoneReader("DE", isSaid: false).Read(line, isLegal: false));

        Assert.Equal(isLess, assumed.Confidence < said.Confidence);
    }

    [Theory]
    [InlineData("AT", "Tel: 01 5550100", "+4315550100")]
    [InlineData("CH", "Tel: 044 668 18 00", "+41446681800")]
    [InlineData("GB", "Tel: 020 7946 0100", "+442079460100")]
    [InlineData("US", "Cell: 001 713-555-0142", "+17135550142")]
    public void National_numbers_are_read_as_in_the_region(string region, string line, string value) =>
        Assert.Equal(value, Assert.Single(new PhoneReader(region).Read(line, isLegal: false)).Value);
}
