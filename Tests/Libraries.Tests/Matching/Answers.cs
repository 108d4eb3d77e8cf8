using Signet.Matching;
using Signet.Matching.Records;
using Signet.Matching.Scoring;
using static Signet.Tests.Matching.Records;

namespace Signet.Tests.Matching;

/// <summary>What is one, what is not, and why.</summary>
public sealed class Answers
{
    private static readonly (MatchField Field, string Value)[] Office =
    [
        (MatchField.Company, "Nordlicht Werke GmbH"), (MatchField.Street, "Hafenstraße 12"), (MatchField.Postcode, "24103"), (MatchField.City, "Kiel"),
        (MatchField.Country, "DE"), (MatchField.Phone, "+49 431 5550100"),
    ];

    [Theory]
    [InlineData("Erika", "Musterfrau")]
    [InlineData("ERIKA", "MUSTERFRAU")]
    [InlineData("Erika", "Musterfaru")]
    [InlineData("Musterfrau", "Erika")]
    [InlineData("Dr. Erika", "Musterfrau")]
    [InlineData("Erika Maria", "Musterfrau")]
    [InlineData("", "Musterfrau, Erika")]
    public void The_same_name_at_the_same_firm_is_the_same_person(string first, string last) =>
        Assert.Equal(MatchAnswer.Same, Compare(Person("Erika", "Musterfrau", Office), Person(first, last, Office)).Answer);

    [Fact]
    public void A_colleague_is_somebody_else() =>
        Assert.Equal(MatchAnswer.Different, Compare(Person("Erika", "Musterfrau", Office), Person("Peter", "Beispiel", Office)).Answer);

    [Fact]
    public void A_relative_at_one_address_is_somebody_else()
    {
        var verdict = Compare(Person("Erika", "Musterfrau", Office), Person("Norbert", "Musterfrau", Office));

        Assert.NotEqual(MatchAnswer.Same, verdict.Answer);
        Assert.Contains(ReasonCode.FirstNameDifferent, verdict.Codes());
        Assert.Contains(ReasonCode.SharedWithOthers, verdict.Codes());
    }

    [Fact]
    public void A_namesake_elsewhere_is_not_the_same()
    {
        var one = Person("Thomas", "Müller", (MatchField.Company, "Nordlicht Werke"), (MatchField.City, "Kiel"), (MatchField.Mobile, "+49 171 5550123"));
        var other = Person("Thomas", "Müller", (MatchField.Company, "Südwind Druck"), (MatchField.City, "Ulm"), (MatchField.Mobile, "+49 171 5559876"));

        Assert.NotEqual(MatchAnswer.Same, Compare(one, other).Answer);
    }

    [Fact]
    public void Who_changes_the_firm_keeps_the_mobile_number()
    {
        var one = Person("Thomas", "Müller", (MatchField.Company, "Nordlicht Werke"), (MatchField.City, "Kiel"), (MatchField.Mobile, "+49 171 5550123"));
        var other = Person("Thomas", "Mueller", (MatchField.Company, "Südwind Druck"), (MatchField.City, "Ulm"), (MatchField.Mobile, "0171/5550123"), (MatchField.Country, "DE"));
        var verdict = Compare(one, other);

        Assert.Equal(MatchAnswer.Same, verdict.Answer);
        Assert.Contains(ReasonCode.MobileSame, verdict.Codes());
        Assert.Contains(ReasonCode.CompanyDifferent, verdict.Codes());
    }

    [Fact]
    public void A_short_form_of_a_name_is_the_name()
    {
        var verdict = Compare(Person("Robert", "Beispielmann", (MatchField.Email, "r.b@firma.example")), Person("Bob", "Beispielmann", (MatchField.Email, "r.b@firma.example")));

        Assert.Equal(MatchAnswer.Same, verdict.Answer);
        Assert.Contains(ReasonCode.FirstNameShortForm, verdict.Codes());
    }

    [Fact]
    public void A_mailbox_of_an_office_makes_nobody_one() =>
        Assert.Equal(MatchAnswer.Different, Compare(Person("Erika", "Musterfrau", (MatchField.Email, "info@firma.example")), Person("Peter", "Beispiel", (MatchField.Email, "info@firma.example"))).Answer);

    [Fact]
    public void A_first_name_alone_before_the_at_sign_does_not_make_two_surnames_one() =>
        Assert.NotEqual(
            MatchAnswer.Same,
            Compare(Person("Erika", "Musterfrau", [.. Office, (MatchField.Email, "erika@nordlicht.example")]), Person("Erika", "Beispiel", [.. Office, (MatchField.Email, "erika@nordlicht.example")])).Answer);

    [Fact]
    public void A_company_is_found_under_another_spelling_at_its_address()
    {
        var one = Of((MatchField.Company, "Nordlicht Werke GmbH"), (MatchField.Street, "Hafenstraße 12"), (MatchField.City, "Kiel"), (MatchField.Phone, "0431 5550100"));
        var other = Of((MatchField.Company, "Nordlciht-Werke"), (MatchField.Street, "Hafenstr. 12"), (MatchField.City, "Kiel"), (MatchField.Phone, "+49 431 5550100"));

        Assert.Equal(MatchAnswer.Same, Compare(one, other).Answer);
    }

    [Fact]
    public void Another_company_in_the_same_building_is_another()
    {
        var one = Of((MatchField.Company, "Nordlicht Werke GmbH"), (MatchField.Street, "Hafenstraße 12"), (MatchField.City, "Kiel"));
        var other = Of((MatchField.Company, "Südwind Druck"), (MatchField.Street, "Hafenstr. 12"), (MatchField.City, "Kiel"));

        Assert.NotEqual(MatchAnswer.Same, Compare(one, other).Answer);
    }

    [Fact]
    public void A_rare_surname_says_more_than_a_common_one()
    {
        var store = new StoreTerms(100_000, (kind, text) => kind is TermKind.LastName ? text == "muller" ? 5_000 : 2 : null);
        var (reader, scorer) = (new ProfileReader(store), new PairScorer(store));
        float Score(string last) => scorer.Score(reader.Read(Person("Anna", last, (MatchField.City, "Kiel"))), reader.Read(Person("Anna", last, (MatchField.City, "Kiel"))));

        Assert.True(Score("Zwetschgenhuber") > Score("Müller") + 3);
    }

    [Fact]
    public void A_switchboard_says_less_than_a_direct_line()
    {
        float Score(int sharers)
        {
            var store = new StoreTerms(100_000, (kind, _) => kind is TermKind.Phone ? sharers : null);
            var (reader, scorer) = (new ProfileReader(store), new PairScorer(store));
            return scorer.Score(reader.Read(Person("Anna", "Muster", (MatchField.Phone, "+49 431 5550100"))), reader.Read(Person("Anna", "Muster", (MatchField.Phone, "+49 431 5550100"))));
        }

        Assert.True(Score(2) > Score(300) + 3);
    }

    [Theory]
    [InlineData("1990-03-01", MatchAnswer.Same)]
    [InlineData("1990-01-03", MatchAnswer.Same)]
    [InlineData("1962-11-23", MatchAnswer.Maybe)]
    public void A_date_of_birth_decides_between_namesakes(string date, MatchAnswer answer) =>
        Assert.Equal(answer, Compare(Person("Anna", "Muster", (MatchField.BirthDate, "1990-03-01")), Person("Anna", "Muster", (MatchField.BirthDate, date))).Answer);
}
