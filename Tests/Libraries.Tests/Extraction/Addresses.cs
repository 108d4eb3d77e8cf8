using Signet.Contracts;

namespace Signet.Tests.Extraction;

/// <summary>Addresses of several countries, after a company that has one.</summary>
public sealed class Addresses
{
    [Theory]
    [InlineData("Musterstraße 7\nD-70001 Stuttgart\nGermany", "Universitätsstraße", "38", "70001", "Stuttgart", "DE")]
    [InlineData("Erika-Mann-Straße, 33\n80001 München", "Erika-Mann-Straße", "33", "80636", "München", null)]
    [InlineData("Alte Gasse 4, A-1010 Wien", "Alte Gasse", "4", "1010", "Wien", "AT")]
    [InlineData("Seestrasse 100\nCH-8001 Zürich", "Seestrasse", "100", "8001", "Zürich", "CH")]
    [InlineData("Voorbeeldweg 125, 1000 ZZ Amsterdam, NL", "Voorbeeldweg", "125", "1000 ZZ", "Amsterdam", "NL")]
    [InlineData("Via Esempio 30, 31001 Treviso, Italia", "Via Esempio", "30", "31100", "Treviso", "IT")]
    [InlineData("12 rue de la Paix\n75002 Paris\nFrance", "rue de la Paix", "12", "75002", "Paris", "FR")]
    [InlineData("1 Example Road\nLondon SW1A 1AA\nUnited Kingdom", "Example Road", "1", "SW1A 1AA", "London", "GB")]
    [InlineData("12 Example Street\nSt. Louis, MO 63101", "Example Street", "12", "63101", "St. Louis", "US")]
    [InlineData("12 rue des Ormes\n31000 Toulouse Cedex 4\nFrance", "rue des Ormes", "12", "31000", "Toulouse Cedex 4", "FR")]
    [InlineData("C/ Olmo 12\n28001 Madrid\nEspaña", "C/ Olmo", "12", "28001", "Madrid", "ES")]
    [InlineData("Beukenlaan 7\n3012 SW Rotterdam", "Beukenlaan", "7", "3012 SW", "Rotterdam", "NL")]
    [InlineData("12 Example Road, Raleigh, NC 27601, USA", "Example Road", "12", "27601", "Raleigh", "US")]
    [InlineData("ul. Prosta 51\n00-838 Warszawa\nPoland", "ul. Prosta", "51", "00-838", "Warszawa", "PL")]
    [InlineData("7 Example Road, Sampleton WA 6001, AUSTRALIA", "The Avenue", "3", "6056", "Sampleton", "AU")]
    public void Street_postcode_city_and_country_are_found(string lines, string street, string number, string zip, string city, string? country)
    {
        var draft = Reading.Pasted($"Muster Werke GmbH\n{lines}\nTel. +49 711 5550100");

        Assert.Equal((street, number, zip, city, country), (draft.Value(FieldKind.Street), draft.Value(FieldKind.HouseNumber), draft.Value(FieldKind.Postcode), draft.Value(FieldKind.City), draft.Value(FieldKind.Country)));
    }

    [Fact]
    public void A_post_office_box_is_no_street()
    {
        var draft = Reading.Pasted("Muster Werke GmbH\nPostfach 12 34\n72001 Reutlingen\nTel. +49 7121 5550100");

        Assert.Equal("Postfach 12 34", draft.Value(FieldKind.PoBox));
        Assert.Null(draft.Value(FieldKind.Street));
        Assert.Equal("Reutlingen", draft.Value(FieldKind.City));
    }

    [Theory]
    [InlineData("Musterweg 1, Postfach 12 34, 72001 Reutlingen")]
    [InlineData("Musterweg 1\nPostfach 12 34\n72001 Reutlingen")]
    public void A_street_beside_a_post_office_box_keeps_its_own_field(string lines)
    {
        var draft = Reading.Pasted($"Muster Werke GmbH\n{lines}\nTel. +49 7121 5550100");

        Assert.Equal(("Musterweg", "1", "Postfach 12 34", "72703"), (draft.Value(FieldKind.Street), draft.Value(FieldKind.HouseNumber), draft.Value(FieldKind.PoBox), draft.Value(FieldKind.Postcode)));
    }

    [Theory]
    [InlineData("200 Example Street\nHouston, TX 70001", "Houston", "TX", "US")]
    [InlineData("200 Example Street\nAlbany, New York 12207", "Albany", "New York", "US")]
    [InlineData("200 Example Street\nToronto, ON M5V 2T6", "Toronto", "ON", "CA")]
    [InlineData("200 Example Street\nHouston, Texas", "Houston", "Texas", "US")]
    [InlineData("7 Example Road, Sampleton WA 6001, AUSTRALIA", "Sampleton", "WA", "AU")]
    [InlineData("Via Esempio 30, 31001 Treviso (TV), Italia", "Treviso", "TV", "IT")]
    [InlineData("Via Esempio 30\n20121 Milano MI", "Milano", "MI", "IT")]
    [InlineData("Calle Ejemplo 5\n08001 Muestra (Barcelona), España", "Muestra", "Barcelona", "ES")]
    [InlineData("Seestrasse 100\nCH-6340 Baar ZG", "Baar", "ZG", "CH")]
    public void A_state_province_or_canton_is_the_region(string lines, string city, string region, string country)
    {
        var draft = Reading.Pasted($"Muster Werke GmbH\n{lines}\nTel. +49 711 5550100");

        Assert.Equal((city, region, country), (draft.Value(FieldKind.City), draft.Value(FieldKind.Region), draft.Value(FieldKind.Country)));
    }

    [Theory]
    [InlineData("Am Markt 5\n61348 Bad Homburg v.d.H.")]
    [InlineData("Am Markt 5\n99084 Erfurt, DE")]
    [InlineData("200 Example Street\nNew York 10118")]
    [InlineData("Voorbeeldweg 125, 1012 AL Amsterdam, NL")]
    public void What_names_no_region_gives_none(string lines)
    {
        var draft = Reading.Pasted($"Muster Werke GmbH\n{lines}\nTel. +49 711 5550100");

        Assert.NotNull(draft.Value(FieldKind.City));
        Assert.Null(draft.Value(FieldKind.Region));
    }

    [Fact]
    public void A_registered_seat_is_no_address()
    {
        var draft = Reading.Pasted("Muster Werke GmbH\nTel. +49 7121 5550100\nSitz der Gesellschaft: 34001 Musterdorf");

        Assert.Null(draft.Value(FieldKind.Postcode));
        Assert.Null(draft.Value(FieldKind.City));
    }
}
