using System.Text.Json;
using Signet.Matching.Scoring;
using Signet.Web.Duplicates;

namespace Signet.Web.Tests.Duplicates;

public sealed class ReasonWordsTests : WebContext
{
    private ReasonWords Reasons => Get<ReasonWords>();

    [Fact]
    public void Every_reason_that_the_matching_library_gives_has_words()
    {
        var codes = Enum.GetNames<ReasonCode>().Select(JsonNamingPolicy.CamelCase.ConvertName).ToList();
        Assert.DoesNotContain(codes, code => Words[$"Reason_{code}"].ResourceNotFound);
    }

    [Fact]
    public void No_words_are_kept_for_a_reason_that_is_no_longer_given()
    {
        var codes = Enum.GetNames<ReasonCode>().Select(name => $"Reason_{JsonNamingPolicy.CamelCase.ConvertName(name)}");
        Assert.Empty(Words.GetAllStrings(false).Select(text => text.Name).Where(name => name.StartsWith("Reason_", StringComparison.Ordinal)).Except(codes));
    }

    [Fact]
    public void A_reason_that_this_page_does_not_know_is_told_in_english()
    {
        var reason = Sample.Reason("moonSame", 3, "full", "new");
        Assert.Equal("English of moonSame.", Reasons.Sentence([reason]));
        Assert.Equal("English of moonSame", Reasons.Title(reason));
        Assert.Null(Reasons.Detail(reason));
    }

    [Fact]
    public void The_sentence_has_the_three_weightiest_and_what_speaks_for_it_comes_first() => Assert.Equal(
        "Same last name; same company; other first name: Eva / Klara.",
        Reasons.Sentence([Sample.Reason("firstNameDifferent", -9, "Eva", "Klara"), Sample.Reason("lastNameSame", 8, "Müller"), Sample.Reason("companySame", 4), Sample.Reason("placeSame", 2)]));

    [Fact]
    public void What_hardly_weighs_is_left_to_the_list_unless_there_is_nothing_else()
    {
        Assert.Equal("Same last name.", Reasons.Sentence([Sample.Reason("lastNameSame", 8), Sample.Reason("placeSame", .2)]));
        Assert.Equal("Same place.", Reasons.Sentence([Sample.Reason("placeSame", .2)]));
        Assert.Equal("", Reasons.Sentence([]));
    }

    [Fact]
    public void A_number_that_many_share_says_how_many_and_an_own_one_does_not()
    {
        Assert.Equal("Same phone number, which 41 contacts share.", Reasons.Sentence([Sample.Reason("phoneSame", 2, "+496990009417") with { Sharers = 41 }]));
        Assert.Equal("Same phone number.", Reasons.Sentence([Sample.Reason("phoneSame", 12, "+496990009417") with { Sharers = 1 }]));
    }

    [Fact]
    public void Long_values_are_left_to_the_list()
    {
        var reason = Sample.Reason("companySimilar", 5, "Donaudampfschifffahrtselektrizitätenbau GmbH", "Donaudampfschiffahrtselektrizitätenbau AG");
        Assert.Equal("Company spelled differently.", Reasons.Sentence([reason]));
        Assert.Equal("Donaudampfschifffahrtselektrizitätenbau GmbH / Donaudampfschiffahrtselektrizitätenbau AG", Reasons.Detail(reason));
    }

    [Theory]
    [InlineData(0, .5)]
    [InlineData(4, .941)]
    [InlineData(-4, .059)]
    [InlineData(1000, .999)]
    public void The_score_is_told_as_a_probability_and_never_as_certain(double score, double likelihood) => Assert.Equal(likelihood, ReasonWords.Likelihood(score), 3);
}
