using Signet.Matching.Normalisation;

namespace Signet.Tests.Matching;

/// <summary>One value written in two ways becomes one, and two values stay two.</summary>
public sealed class Normalising
{
    [Theory]
    [InlineData("Erika", "Muster", "erika", "muster")]
    [InlineData("Dr. Erika", "Muster", "erika", "muster")]
    [InlineData("Frau Erika", "von der Muster", "erika", "muster")]
    [InlineData("Erika", "Dipl.-Ing. Muster", "erika", "muster")]
    [InlineData("", "Muster, Erika", "erika", "muster")]
    [InlineData("", "Erika Muster", "erika", "muster")]
    [InlineData("", "Muster", "", "muster")]
    [InlineData("Erika", "", "erika", "")]
    [InlineData("Erika", "Muster-Beispiel", "erika", "muster beispiel")]
    [InlineData("Erika", "Muster - Beispiel", "erika", "muster beispiel")]
    [InlineData("Jörg", "MÃ¼ller", "jorg", "muller")]
    public void A_name_is_read_however_the_fields_are_filled(string first, string last, string given, string family)
    {
        var name = PersonNames.Read(first.Length > 0 ? [first] : [], last.Length > 0 ? [last] : [], []);

        Assert.Equal((given, family), (string.Join(' ', name.First), string.Join(' ', name.Last)));
    }

    [Theory]
    [InlineData("Nordlicht Werke GmbH & Co. KG", "nordlicht werke")]
    [InlineData("Nordlicht Werke Gesellschaft mit beschränkter Haftung", "nordlicht werke")]
    [InlineData("Nordlicht und Werke S.p.A.", "nordlicht werke")]
    [InlineData("Nordlicht u. Werke", "nordlicht werke")]
    [InlineData("AG", "ag")]
    [InlineData("Co", "co")]
    public void A_company_is_its_name_without_legal_form(string company, string words) => Assert.Equal(words, string.Join(' ', CompanyWords.Read(company)));

    [Theory]
    [InlineData("+49 431 5550100", "DE", 49, "4315550100")]
    [InlineData("0049 (0)431/5550100", "", 49, "4315550100")]
    [InlineData("0431 555 01 00", "DE", 49, "4315550100")]
    [InlineData("0431 555 01 00", "", 0, "4315550100")]
    [InlineData("+1 (212) 555-0100", "", 1, "2125550100")]
    [InlineData("+352 26 55 01 00", "", 352, "26550100")]
    public void A_phone_number_is_its_digits_inside_the_country(string value, string country, int code, string national)
    {
        var digits = PhoneDigits.Read(value, country);

        Assert.Equal((code, national), (digits!.Value.CallingCode, digits.Value.National));
    }

    [Theory]
    [InlineData("110")]
    [InlineData("n/a")]
    public void What_has_too_few_digits_is_no_phone_number(string value) => Assert.Null(PhoneDigits.Read(value, "DE"));

    [Theory]
    [InlineData("+49 171 5550123", true)]
    [InlineData("+49 431 5550123", false)]
    [InlineData("+43 660 5550123", true)]
    [InlineData("+43 662 555012", false)]
    public void A_mobile_number_is_told_by_its_beginning(string value, bool mobile) => Assert.Equal(mobile, PhoneDigits.Read(value, "")!.Value.IsMobile);

    [Theory]
    [InlineData("Hafenstraße 12a", "hafenstr", "12a")]
    [InlineData("Hafenstr. 12 a", "hafenstr", "12a")]
    [InlineData("Hafen Strasse 12a", "hafenstr", "12a")]
    [InlineData("12 Harbour Street", "harbourst", "12")]
    [InlineData("12 Harbour Strete", "harbourst", "12")]
    [InlineData("Hafenplatz", "hafenpl", "")]
    public void A_street_has_one_spelling_and_a_number(string value, string name, string number)
    {
        var street = StreetParts.Read(value, "");

        Assert.Equal((name, number), (street.Name, street.Number));
    }

    [Theory]
    [InlineData("1990-03-01", 1990, 3, 1)]
    [InlineData("01.03.1990", 1990, 3, 1)]
    [InlineData("19900301", 1990, 3, 1)]
    [InlineData("1990", 1990, 0, 0)]
    public void A_date_of_birth_is_read_in_either_order(string value, int year, int month, int day) => Assert.Equal(new BirthDate(year, month, day), BirthDate.Read(value));

    [Theory]
    [InlineData("Munich", "München", true)]
    [InlineData("Köln", "Cologne", true)]
    [InlineData("Kiel", "Köln", false)]
    public void A_city_is_one_in_every_language(string one, string other, bool same) => Assert.Equal(same, CityNames.Fold(one) == CityNames.Fold(other));

    [Theory]
    [InlineData("info@firma.example", true, false)]
    [InlineData("erika@gmx.de", false, true)]
    [InlineData("erika@firma.co.uk", false, false)]
    public void Offices_and_mail_providers_are_known(string address, bool role, bool free)
    {
        var parts = EmailParts.Read(address);

        Assert.Equal((role, free), (parts.IsRole, parts.IsFree));
    }

    [Theory]
    [InlineData("robert", "bob", true)]
    [InlineData("katarzyna", "kasia", true)]
    [InlineData("bob", "robbie", false)]
    [InlineData("robert", "peter", false)]
    public void Short_forms_go_with_their_name_and_not_with_each_other(string one, string other, bool share) =>
        Assert.Equal(share, GivenNameForms.Share(GivenNameForms.Of(one), GivenNameForms.Of(other)));
}
