using Signet.Contracts;

namespace Signet.Tests.Extraction;

/// <summary>Signature blocks as people paste them: no header says who signs, and much is left to habit.</summary>
public sealed class PastedBlocks
{
    [Fact]
    public void A_rank_letters_behind_the_name_and_labels_behind_numbers_are_read()
    {
        var draft = Reading.Pasted("""
            Col. (Ret.) Otis B. Sampleton, PE, F.X.S.M.
            Chief Estimator
            Sampleton & Daughters Bridge Works
            410 NE Harbor, Ste. 12
            Portland, OR 97232-4410
            503.555.0142 desk
            503.555.0143 (F)
            (503) 555-0144 (Otis's cell)
            """, "US");

        Assert.Equal(("Otis", "Sampleton", "Chief Estimator"), (draft.Value(FieldKind.FirstName), draft.Value(FieldKind.LastName), draft.Value(FieldKind.JobTitle)));
        Assert.Equal(("Sampleton & Daughters Bridge Works", "97232-4410"), (draft.Value(FieldKind.Company), draft.Value(FieldKind.Postcode)));
        Assert.Equal([(PhoneType.Work, "+15035550142"), (PhoneType.Fax, "+15035550143"), (PhoneType.Mobile, "+15035550144")], draft.Phones());
    }

    [Fact]
    public void An_american_number_is_american_in_a_german_mailbox()
    {
        Assert.Equal(["+15035550142"], Reading.Pasted("Erika Sample\nShop 503-555-0142").Values(FieldKind.Phone));
        Assert.Equal(["+495035550142"], Reading.Pasted("Erika Muster\nTel. 05035 550142").Values(FieldKind.Phone));
    }

    [Fact]
    public void A_row_with_slashes_is_taken_apart()
    {
        var draft = Reading.Pasted("Wilma Sample/Director of Parks/Sample Falls Alliance/503-555-0142/wsample@samplefalls.example", "US");

        Assert.Equal(("Wilma", "Sample", "Director of Parks", "Sample Falls Alliance"), (draft.Value(FieldKind.FirstName), draft.Value(FieldKind.LastName), draft.Value(FieldKind.JobTitle), draft.Value(FieldKind.Company)));
        Assert.Equal(["wsample@samplefalls.example"], draft.Values(FieldKind.Email));
    }

    [Fact]
    public void A_row_that_begins_with_a_known_name_names_a_company_behind_it_and_two_partners_do_not()
    {
        Assert.Equal("Martin", Reading.Pasted("Peter Martin, Martin Bros. Roofing, 503-555-0142", "US").Value(FieldKind.LastName));
        Assert.Null(Reading.Pasted("Kupfer, Zinn & Partner GmbH\nTel. 0361 5550100").Value(FieldKind.LastName));
    }

    [Fact]
    public void A_given_name_above_tells_the_name_below_it()
    {
        var draft = Reading.Pasted("Thx,\n\nzq\n\nZ.Q. Brumbleton\nBilling\n503-555-0142", "US");

        Assert.Equal(("Z.Q", "Brumbleton", null), (draft.Value(FieldKind.FirstName)?.TrimEnd('.'), draft.Value(FieldKind.LastName), draft.Value(FieldKind.JobTitle)));
    }

    [Fact]
    public void A_profession_in_front_of_the_name_is_the_function()
    {
        var draft = Reading.Pasted("Rechtsanwältin Dr. Erika von Muster\nKanzlei am Tor\nTorweg 7 | 44137 Dortmund\nTel 0231.555010");

        Assert.Equal(("Rechtsanwältin", "Dr.", "Erika", "von Muster"), (draft.Value(FieldKind.JobTitle), draft.Value(FieldKind.AcademicTitle), draft.Value(FieldKind.FirstName), draft.Value(FieldKind.LastName)));
    }

    [Theory]
    [InlineData("Tom Baker", "Tom", "Baker")]
    [InlineData("Rebecca Mills", "Rebecca", "Mills")]
    [InlineData("MUSTER Erika", "Erika", "Muster")]
    [InlineData("Ir. E.B. (Erika) Muster", "E.B", "Muster")]
    public void Names_that_are_words_too_and_names_in_other_orders_are_names(string written, string first, string last)
    {
        var draft = Reading.Pasted($"{written}\nSales Manager\nKupfer GmbH\nTel. 0361 5550100");

        Assert.Equal((first, last, "Sales Manager"), (draft.Value(FieldKind.FirstName)?.TrimEnd('.'), draft.Value(FieldKind.LastName), draft.Value(FieldKind.JobTitle)));
    }

    [Theory]
    [InlineData("12 Sample Street\nLeeds\nLS1 4AB", "12 Sample Street", "LS1 4AB", "Leeds")]
    [InlineData("12 Sample Street\nSampleton, Nova Scotia\nB1A 2C3", "12 Sample Street", "B1A 2C3", "Sampleton")]
    [InlineData("12 Sample Street, Sampleness, Argyll PA99 1AB", "12 Sample Street", "PA99 1AB", "Sampleness")]
    [InlineData("4600 Wels, Musterstraße 8", "Musterstraße 8", "4600", "Wels")]
    [InlineData("50100 Firenze - Via Esempio 12", "Via Esempio 12", "50100", "Firenze")]
    [InlineData("P. O. Drawer 12\nSampleton, LA 70401", "P. O. Drawer 12", "70401", "Sampleton")]
    public void Addresses_in_other_orders_are_read(string address, string street, string postcode, string city)
    {
        var draft = Reading.Pasted($"Erika Muster\nKupfer GmbH\n{address}\nTel. +49 361 5550100", "US");
        var read = draft.Value(FieldKind.PoBox) ?? string.Join(' ', ((string?[])[draft.Value(FieldKind.Street), draft.Value(FieldKind.HouseNumber)]).OrderBy(part => street.IndexOf(part ?? "", StringComparison.Ordinal)));

        Assert.Equal((street, postcode, city), (read, draft.Value(FieldKind.Postcode), draft.Value(FieldKind.City)));
    }

    [Theory]
    [InlineData("Tel. 0911/5550-12, Fax -44", "+499115550 12", "+49911555044")]
    [InlineData("Tel.: 0911/5550-12\nFax-DW 99", "+4991155 5012", "+49911555099")]
    public void The_end_of_a_number_takes_the_place_of_the_other_end(string lines, string phone, string fax) =>
        Assert.Equal([(PhoneType.Work, phone.Replace(" ", "", StringComparison.Ordinal)), (PhoneType.Fax, fax)], Reading.Pasted($"Erika Muster\nKupfer GmbH\n{lines}").Phones());

    [Fact]
    public void A_label_on_the_line_above_says_what_the_number_is_for() =>
        Assert.Equal([(PhoneType.Work, "+493615550100"), (PhoneType.Fax, "+493615550199")], Reading.Pasted("Erika Muster\nKupfer GmbH\nTelefon:\n\n+49 361 5550100\n\nTelefax:\n\n+49 361 5550199").Phones());

    [Fact]
    public void The_numbers_of_an_assistant_are_not_the_contacts()
    {
        var draft = Reading.Pasted("Wilma Sample\nConcert Agent\nSample & Harp Concert Management\n503-555-0142\nAssistant: Otto Example, otto@sampleharp.example, 503-555-0143", "US");

        Assert.Equal(["+15035550142"], draft.Values(FieldKind.Phone));
        Assert.Empty(draft.Values(FieldKind.Email));
    }

    [Fact]
    public void A_floor_an_answering_machine_and_an_affiliation_are_no_companies()
    {
        var draft = Reading.Pasted("Erika Muster\nKupfer & Zinn Werkstätten\nAm Markt 5 (2. OG)\n99084 Erfurt\nAnmeldung (AB): 0361 5550100\nA subsidiary of Zinn Holdings");

        Assert.Equal("Kupfer & Zinn Werkstätten", draft.Value(FieldKind.Company));
        Assert.Null(draft.Value(FieldKind.Department));
    }
}
