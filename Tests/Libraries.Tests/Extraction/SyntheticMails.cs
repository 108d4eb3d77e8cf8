using Signet.Benchmarks.Extraction.Synthetic;

namespace Signet.Tests.Extraction;

/// <summary>
/// A thousand made-up mails of thirteen countries and eighteen layouts. What fails in here is shown by
/// <c>dotnet run -c Release --project Benchmarks -- score-synthetic 1000 7 FIELD 5</c>.
/// </summary>
public sealed class SyntheticMails
{
    private const int Count = 1000;
    private const int Seed = 7;

    private static readonly Lazy<SyntheticScore> Score = new(() =>
    {
        var score = new SyntheticScore();
        foreach (var mail in MailMaker.Make(Count, Seed)) score.Add(mail);
        return score;
    });

    private static readonly Lazy<SyntheticScore> Pasted = new(() =>
    {
        var score = new SyntheticScore();
        foreach (var mail in MailMaker.MakePasted(Count, Seed)) score.Add(mail);
        return score;
    });

    public static TheoryData<string> Fields => [.. SyntheticScore.Core];

    [Theory]
    [MemberData(nameof(Fields))]
    public void Each_core_field_is_found_and_right(string field) => Assert.InRange(Score.Value.Fields[field].F1, 0.98, 1);

    [Fact]
    public void The_core_fields_together_are_right() => Assert.InRange(Score.Value.Total.F1, 0.99, 1);

    [Theory]
    [MemberData(nameof(Fields))]
    public void Each_core_field_of_a_pasted_signature_is_found_and_right(string field) => Assert.InRange(Pasted.Value.Fields[field].F1, 0.975, 1);

    [Fact]
    public void Of_the_fields_said_to_be_nine_tenths_sure_more_than_nine_tenths_are_right()
    {
        foreach (var (twentieth, (said, right)) in Score.Value.Reliability)
            if (said >= 100) Assert.True((double)right / said >= twentieth / 20.0, $"Said {twentieth / 20.0:F2}: {right} of {said} right.");
    }

    [Fact]
    public void The_language_is_told() => Assert.InRange((double)Score.Value.Languages / Count, 0.96, 1);

    [Fact]
    public void The_same_seed_makes_the_same_mails() =>
        Assert.Equal(MailMaker.Make(20, Seed).Select(mail => mail.Eml), MailMaker.Make(20, Seed).Select(mail => mail.Eml));

    [Fact]
    public void Another_seed_makes_others() =>
        Assert.Empty(MailMaker.Make(20, Seed).Select(mail => mail.Eml).Intersect(MailMaker.Make(20, Seed + 1).Select(mail => mail.Eml)));
}
