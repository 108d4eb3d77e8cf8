using System.Text;
using CsCheck;
using Signet.Matching;
using Signet.Matching.Blocking;
using Signet.Matching.Scoring;
using static Signet.Tests.Matching.Records;

namespace Signet.Tests.Matching;

/// <summary>What holds for any two records.</summary>
public sealed class Laws
{
    /// <summary>The same samples each time; fresh ones in the long run.</summary>
    private static readonly string? Seed = Environment.GetEnvironmentVariable("SIGNET_LONG") == "1" ? null : "dZvzsG8kxG04";

    private static readonly int Fields = Enum.GetValues<MatchField>().Length;

    private static readonly string[] Likely =
    [
        "Anna", "Müller", "Mueller", "M\u0308u", "Dr. Anna", "A.", "Muster, Anna", "info@firma.example", "anna@firma.example", "anna.muster@gmx.example", "+49 431 5550100", "0431 555", "Hafenstraße 1", "Kiel", "24103", "DE",
        "1990-03-01", "Nordlicht GmbH", "GmbH", " ",
    ];

    // Likely and unlikely values, half surrogates and marks without letters among them.
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.Char.Array[0, 16].Select(letters => new string(letters)),
        Gen.Int[0, Likely.Length - 1].Select(i => Likely[i]));

    private static readonly Gen<MatchRecord> AnyRecord =
        Gen.Select(Gen.Int[0, Fields - 1], AnyText).Select((field, value) => new MatchValue((MatchField)field, value)).Array[0, 12].Select(values => new MatchRecord("", values));

    [Fact]
    public void Nothing_throws_and_the_order_of_two_records_does_not_matter() =>
        Gen.Select(AnyRecord, AnyRecord).Sample(
            (one, other) =>
            {
                var (forth, back) = (Compare(one, other), Compare(other, one));
                Assert.Equal(forth.Score, back.Score);
                Assert.Equal(forth.Answer, back.Answer);
                Assert.Equal(forth.Reasons, back.Reasons.Select(reason => reason with { One = reason.Other, Other = reason.One }));
                Assert.False(float.IsNaN(forth.Score) || float.IsInfinity(forth.Score));
            }, seed: Seed, iter: 20_000);

    [Fact]
    public void The_score_without_reasons_is_the_score() =>
        Gen.Select(AnyRecord, AnyRecord).Sample(
            (one, other) => Assert.Equal(Score(one, other), new PairScorer(Signet.Matching.Records.StoreTerms.None).Score(one.Read(), other.Read())), seed: Seed, iter: 5_000);

    [Fact]
    public void The_order_of_the_values_does_not_matter() =>
        Gen.Select(AnyRecord, AnyRecord, Gen.Int).Sample(
            (one, other, seed) =>
            {
                var shuffled = one.Values.ToArray();
                new Random(seed).Shuffle(shuffled);
                Assert.Equal(Score(one, other), Score(one with { Values = shuffled }, other));
                Assert.Equal(Keys(one), Keys(one with { Values = shuffled }));
            }, seed: Seed, iter: 10_000);

    [Fact]
    public void The_Unicode_form_does_not_matter_to_the_order_of_several_values()
    {
        var one = new MatchRecord("", [new(MatchField.FirstName, "Mv"), new(MatchField.FirstName, "M\u00FCller")]);
        Assert.Equal(Keys(one), Keys(InForm(one, NormalizationForm.FormD)));
    }

    [Fact]
    public void The_Unicode_form_does_not_matter() =>
        Gen.Select(AnyRecord, AnyRecord).Sample(
            (one, other) =>
            {
                Assert.Equal(Score(InForm(one, NormalizationForm.FormC), other), Score(InForm(one, NormalizationForm.FormD), other));
                Assert.Equal(Keys(InForm(one, NormalizationForm.FormC)), Keys(InForm(one, NormalizationForm.FormD)));
            }, seed: Seed, iter: 10_000);

    /// <summary>Of a person: more that agrees is more, more that differs is less.</summary>
    [Theory]
    [InlineData(MatchField.Email, "anna.muster@firma.example", "peter@anders.example")]
    [InlineData(MatchField.Mobile, "+49 171 5550123", "+49 171 9876543")]
    [InlineData(MatchField.Company, "Nordlicht Werke", "Südwind Druck")]
    [InlineData(MatchField.BirthDate, "1990-03-01", "1971-08-22")]
    [InlineData(MatchField.Postcode, "24103", "89073")]
    [InlineData(MatchField.Salutation, "Frau", "Herr")]
    public void The_score_rises_with_agreement(MatchField field, string value, string another)
    {
        var one = Person("Anna", "Muster", (field, value));
        var (same, silent, different) = (Score(one, one), Score(one, Person("Anna", "Muster")), Score(one, Person("Anna", "Muster", (field, another))));

        Assert.True(same >= silent && silent > different, $"{same} {silent} {different}");
    }

    [Theory]
    [InlineData("Annabella", "Annabela", "Annegret")]
    [InlineData("Annabella", "A.", "P.")]
    [InlineData("Robert", "Bob", "Peter")]
    public void A_name_nearer_to_the_other_scores_higher(string name, string near, string far)
    {
        var one = Person(name, "Muster", (MatchField.City, "Kiel"));
        var (same, nearer, farther) = (Score(one, one), Score(one, Person(near, "Muster", (MatchField.City, "Kiel"))), Score(one, Person(far, "Muster", (MatchField.City, "Kiel"))));

        Assert.True(same > nearer && nearer > farther, $"{same} {nearer} {farther}");
    }

    private static MatchRecord InForm(MatchRecord record, NormalizationForm form) =>
        record with { Values = [.. record.Values.Select(value => value with { Value = string.Concat(value.Value.EnumerateRunes().Select(rune => rune.ToString())).Normalize(form) })] };

    private static ulong[] Keys(MatchRecord record)
    {
        var keys = new KeySet();
        BlockingKeys.Of(record.Read(), keys);
        return [.. keys.All.Order()];
    }

    private sealed class KeySet : IKeySink
    {
        public List<ulong> All { get; } = [];

        public void Add(KeyKind kind, ulong key) => All.Add(key);
    }
}
