using Signet.Matching.Normalisation;
using Signet.Matching.Records;

namespace Signet.Matching.Scoring;

internal static class BirthScore
{
    // A day of some sixty years: a sample of a few hundred records cannot show how rare a date is.
    private const float RarityOfDate = 13.5f;
    private const float Wrong = -3.5f;
    private const float Least = -5;

    public static float Compare(Profile one, Profile other, Tally tally)
    {
        if (one.Birth.IsMissing || other.Birth.IsMissing) return 0;
        if (one.Birth == other.Birth)
            return tally.Add(ReasonCode.BirthDateSame, Same(one), one.BirthDate ?? one.BirthYear, other.BirthDate ?? other.BirthYear, one.BirthDate?.Count ?? 0);
        var bits = Parts(one.Birth, other.Birth);
        return tally.Add(bits > 0 ? ReasonCode.BirthDateSimilar : ReasonCode.BirthDateDifferent, bits, one.BirthDate, other.BirthDate);
    }

    private static float Same(Profile profile) =>
        profile.BirthDate is not { } date ? profile.BirthYear?.Rarity ?? 3
        : date.Count > 3 ? Math.Min(date.Rarity, RarityOfDate) : RarityOfDate;

    private static float Parts(BirthDate one, BirthDate other)
    {
        if (one.Year == other.Year && one.Year > 0 && one.Month == other.Day && one.Day == other.Month) return 6;
        var bits = Part(one.Year, other.Year, 5.5f, 2) + Part(one.Month, other.Month, 3.4f, .8f) + Part(one.Day, other.Day, 4.7f, 1.5f);
        var isWrong = one.IsWhole && other.IsWhole || bits < 0;
        return Math.Max(Least, bits + (isWrong ? Wrong : 0));
    }

    // One off, or one digit wrong, is how dates are mistyped.
    private static float Part(int one, int other, float same, float near)
    {
        if (one == 0 || other == 0) return 0;
        if (one == other) return same;
        if (Math.Abs(one - other) == 1) return near;
        return IsDigitWrong(one, other) ? 0 : -1.5f;
    }

    private static bool IsDigitWrong(int one, int other)
    {
        if (one % 10 == other % 10 && one >= 10 && other >= 10 && one / 100 == other / 100) return true;
        return one / 10 == other / 10 || one / 100 == other / 100 && one / 10 % 10 == other % 10 && one % 10 == other / 10 % 10;
    }
}
