using CsCheck;
using Signet.Contacts.Search;
using static Signet.Services.Tests.Contacts.Some;

namespace Signet.Services.Tests.Contacts;

public sealed class SearchQueryTests
{
    private static readonly string Anna = SearchText.Of(
        [First("Anna"), Last("Müller-Lüdenscheidt"), Company("Beispiel Antriebstechnik GmbH & Co. KG"), Email("anna.mueller@antriebe.example.com"), Phone("+496990009420"), City("Köln")]);

    [Theory]
    [InlineData("Anna")]
    [InlineData("an")]
    [InlineData("müller")]
    [InlineData("mueller")]
    [InlineData("muller")]
    [InlineData("anna müller")]
    [InlineData("Müller, Anna")]
    [InlineData("Mulelr")]
    [InlineData("Anna Mülller")]
    [InlineData("antriebstechnick")]
    [InlineData("technik")]
    [InlineData("anna.mueller@antriebe.example.com")]
    [InlineData("+49 69 90009420")]
    [InlineData("069 9000 9420")]
    [InlineData("+49 (0)69 90009-420")]
    [InlineData("90009420")]
    [InlineData("koeln ludenscheid")]
    public void A_contact_is_found_by(string typed) => Assert.NotEqual(0, Score(typed, Anna));

    [Theory]
    [InlineData("Anne-Sophie")]
    [InlineData("Miller Berlin")]
    [InlineData("anna schmidt")]
    [InlineData("+49 30 1234567")]
    [InlineData("xy")]
    [InlineData("nna")]
    [InlineData("!!!")]
    [InlineData("meta")]
    public void A_contact_is_not_found_by(string typed) => Assert.Equal(0, Score(typed, Anna));

    [Fact]
    public void The_word_itself_beats_its_beginning_beats_a_part_beats_a_typo()
    {
        Assert.True(Score("max", Named("Max")) > Score("max", Named("Maxim")));
        Assert.True(Score("maxim", Named("Maximilian")) > Score("maxim", Named("Amaximo")));
        Assert.True(Score("maxim", Named("Amaximo")) > Score("maxim", Named("Maixm")));
        Assert.True(Score("maxim", Named("Maixm")) > 0);
    }

    [Fact]
    public void A_name_stands_before_a_company_of_the_same_name() =>
        Assert.True(Score("winter", Named("Winter")) > Score("winter", SearchText.Of([Last("Sommer"), Company("Winter AG")])));

    [Fact]
    public void Typing_on_never_adds_matches() =>
        Gen.Select(Word.Array[1, 4], Word, Gen.Int[1, 8]).Sample((words, typed, length) =>
        {
            var text = string.Join(' ', words) + "\n";
            var beginning = typed[..Math.Min(length, typed.Length)];
            if (words.Contains(typed)) Assert.NotEqual(0, Score(beginning, text));
        });

    /// <summary>The index finds candidates by the same grams that the score counts: what scores must have as many as it needs.</summary>
    [Fact]
    public void Whatever_fits_has_the_grams_by_which_it_is_looked_up() =>
        Gen.Select(Word, Word).Sample((typed, word) =>
        {
            var query = new QueryWord(typed);
            if (query.Fit(word) > 0) Assert.True(Grams.Of(word).Count(query.GramSet.Contains) >= query.Needed, $"{typed} in {word}");
        }, iter: 50_000);

    // Few letters, so that words resemble each other.
    private static readonly Gen<string> Word = Gen.OneOf(Gen.Char["abc"].Array[1, 9], Gen.Char["12"].Array[1, 9]).Select(letters => new string(letters));

    private static string Named(string last) => SearchText.Of([Last(last)]);

    private static double Score(string typed, string text)
    {
        var query = SearchQuery.Parse(typed);
        return query.Words.Count == 0 ? 0 : query.Score(text);
    }
}
