using System.Text;
using CsCheck;
using Signet.Contacts.Search;
using Signet.Matching.Normalisation;

namespace Signet.Services.Tests.Contacts;

public sealed class TextFoldTests
{
    [Theory]
    [InlineData("Müller", "Mueller")]
    [InlineData("Müller", "MULLER")]
    [InlineData("Groß", "GROSS")]
    [InlineData("Ægir", "aegir")]
    [InlineData("Søren", "soeren")]
    [InlineData("Łukasz", "lukasz")]
    [InlineData("O'Brien", "O’Brien")]
    [InlineData("ﬁnanz", "Finanz")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("Beispiel-Muster & Co.", "beispiel muster co")]
    public void Spellings_of_one_word_fold_alike(string one, string other) =>
        Assert.Equal(TextFold.Fold(one), TextFold.Fold(other));

    [Theory]
    [InlineData("Müller", "Miller")]
    [InlineData("Maier", "Meier")]
    [InlineData("ab", "a b")]
    public void Different_words_stay_different(string one, string other) =>
        Assert.NotEqual(TextFold.Fold(one), TextFold.Fold(other));

    [Fact]
    public void Folding_twice_changes_nothing_and_nothing_throws() =>
        AnyText.Sample(text => Assert.Equal(TextFold.Fold(text), TextFold.Fold(TextFold.Fold(text))), iter: 20_000);

    [Fact]
    public void The_Unicode_form_does_not_matter() =>
        WholeText.Sample(
            text => Assert.Equal(TextFold.Fold(text.Normalize(NormalizationForm.FormC)), TextFold.Fold(text.Normalize(NormalizationForm.FormD))),
            iter: 20_000);

    [Fact]
    public void A_beginning_folds_to_a_beginning() =>
        Gen.Select(Gen.Char["aeouüäöſßsnxéł-' 1"].Array[0, 12], Gen.Int[0, 12]).Sample((letters, length) =>
        {
            var text = new string(letters);
            var beginning = text[..Math.Min(length, text.Length)];
            Assert.StartsWith(SearchText.Squeeze(beginning), SearchText.Squeeze(text), StringComparison.Ordinal);
        }, iter: 20_000);

    // Half surrogates, marks without a letter, everything.
    private static readonly Gen<string> AnyText = Gen.Char.Array[0, 24].Select(letters => new string(letters));

    private static readonly Gen<string> WholeText = AnyText.Select(text => string.Concat(text.EnumerateRunes()));
}
