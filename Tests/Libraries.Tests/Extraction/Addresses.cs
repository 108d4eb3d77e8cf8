using Signet.Contracts;

namespace Signet.Tests.Extraction;

/// <summary>Addresses of several countries, after a company that has one.</summary>
public sealed class Addresses
{
    [Theory]
    [InlineData("Musterallee 47\nD-23966 Wismar\nGermany", "Musterallee", "47", "23966", "Wismar", "DE")]
    [InlineData("Hanna-Muster-Straße, 27\n24837 Schleswig", "Hanna-Muster-Straße", "27", "24837", "Schleswig", null)]
    [InlineData("Alte Gasse 4, A-1010 Wien", "Alte Gasse", "4", "1010", "Wien", "AT")]
    [InlineData("Seestrasse 100\nCH-8001 Zürich", "Seestrasse", "100", "8001", "Zürich", "CH")]
    [InlineData("Voorbeeldweg 12, 4331 XZ Middelburg, NL", "Voorbeeldweg", "12", "4331 XZ", "Middelburg", "NL")]
    [InlineData("Via Esempio 7, 26900 Lodi, Italia", "Via Esempio", "7", "26900", "Lodi", "IT")]
    [InlineData("12 rue de la Paix\n75002 Paris\nFrance", "rue de la Paix", "12", "75002", "Paris", "FR")]
    [InlineData("1 Example Road\nLondon SW1A 1AA\nUnited Kingdom", "Example Road", "1", "SW1A 1AA", "London", "GB")]
    [InlineData("12 Example Street\nSt. Louis, MO 63101", "Example Street", "12", "63101", "St. Louis", "US")]
    [InlineData("12 rue des Ormes\n31000 Toulouse Cedex 4\nFrance", "rue des Ormes", "12", "31000", "Toulouse Cedex 4", "FR")]
    [InlineData("C/ Olmo 12\n28001 Madrid\nEspaña", "C/ Olmo", "12", "28001", "Madrid", "ES")]
    [InlineData("Beukenlaan 7\n3012 SW Rotterdam", "Beukenlaan", "7", "3012 SW", "Rotterdam", "NL")]
    [InlineData("12 Example Road, Raleigh, NC 27601, USA", "Example Road", "12", "27601", "Raleigh", "US")]
    [InlineData("ul. Prosta 51\n00-838 Warszawa\nPoland", "ul. Prosta", "51", "00-838", "Warszawa", "PL")]
    [InlineData("8 Example Avenue, Albany WA 6330, AUSTRALIA", "Example Avenue", "8", "6330", "Albany", "AU")]
    public void Street_postcode_city_and_country_are_found(string lines, string street, string number, string zip, string city, string? country)
    {
        var draft = Reading.Pasted($"Muster Werke GmbH\n{lines}\nTel. +49 711 5550100");

        Assert.Equal((street, number, zip, city, country), (draft.Value(FieldKind.Street), draft.Value(FieldKind.HouseNumber), draft.Value(FieldKind.Postcode), draft.Value(FieldKind.City), draft.Value(FieldKind.Country)));
    }

    [Fact]
    public void A_post_office_box_is_no_street()
    {
        var draft = Reading.Pasted("Muster Werke GmbH\nPostfach 27 15\n25524 Itzehoe\nTel. +49 4821 5550100");

        Assert.Equal("Postfach 27 15", draft.Value(FieldKind.PoBox));
        Assert.Null(draft.Value(FieldKind.Street));
        Assert.Equal("Itzehoe", draft.Value(FieldKind.City));
    }

    [Theory]
    [InlineData("Musterweg 1, Postfach 27 15, 25524 Itzehoe")]
    [InlineData("Musterweg 1\nPostfach 27 15\n25524 Itzehoe")]
    public void A_street_beside_a_post_office_box_keeps_its_own_field(string lines)
    {
        var draft = Reading.Pasted($"Muster Werke GmbH\n{lines}\nTel. +49 4821 5550100");

        Assert.Equal(("Musterweg", "1", "Postfach 27 15", "25524"), (draft.Value(FieldKind.Street), draft.Value(FieldKind.HouseNumber), draft.Value(FieldKind.PoBox), draft.Value(FieldKind.Postcode)));
    }

    [Theory]
    [InlineData("200 Example Street\nLubbock, TX 79401", "Lubbock", "TX", "US")]
    [InlineData("200 Example Street\nAlbany, New York 12207", "Albany", "New York", "US")]
    [InlineData("200 Example Street\nToronto, ON M5V 2T6", "Toronto", "ON", "CA")]
    [InlineData("200 Example Street\nLubbock, Texas", "Lubbock", "Texas", "US")]
    [InlineData("8 Example Avenue, Albany WA 6330, AUSTRALIA", "Albany", "WA", "AU")]
    [InlineData("Via Esempio 7, 26900 Lodi (LO), Italia", "Lodi", "LO", "IT")]
    [InlineData("Via Esempio 7\n20121 Milano MI", "Milano", "MI", "IT")]
    [InlineData("Calle Ejemplo 5\n43201 Reus (Tarragona), España", "Reus", "Tarragona", "ES")]
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
    [InlineData("Voorbeeldweg 12, 4331 AL Middelburg, NL")]
    public void What_names_no_region_gives_none(string lines)
    {
        var draft = Reading.Pasted($"Muster Werke GmbH\n{lines}\nTel. +49 711 5550100");

        Assert.NotNull(draft.Value(FieldKind.City));
        Assert.Null(draft.Value(FieldKind.Region));
    }

    [Theory]
    [InlineData("200 Example Street\nWilmington, DE 19801", "US")]
    [InlineData("200 Example Street\nChicago, IL 60601 USA", "US")]
    [InlineData("200 Example Street\nChicago, IL", "US")]
    [InlineData("Am Markt 5\n99084 Erfurt, DE", "DE")]
    [InlineData("Am Markt 5\n99084 Erfurt | DE", "DE")]
    [InlineData("Am Markt 5, Erfurt, DE", null)]
    [InlineData("Am Markt 5\n99084 Erfurt\nIT", null)]
    [InlineData("Am Markt 5\n99084 Erfurt\nItalia", "IT")]
    public void Two_capitals_are_a_country_only_beside_a_postcode_and_city_that_no_state_has(string lines, string? country)
    {
        var draft = Reading.Pasted($"Muster Werke GmbH\n{lines}\nTel. +49 711 5550100");

        Assert.NotNull(draft.Value(FieldKind.City));
        Assert.Equal(country, draft.Value(FieldKind.Country));
    }

    [Fact]
    public void A_registered_seat_is_no_address()
    {
        var draft = Reading.Pasted("Muster Werke GmbH\nTel. +49 4821 5550100\nSitz der Gesellschaft: 25813 Husum");

        Assert.Null(draft.Value(FieldKind.Postcode));
        Assert.Null(draft.Value(FieldKind.City));
    }
}
