using Signet.Matching.Comparison;
using Signet.Matching.Normalisation;
using Signet.Matching.Records;

namespace Signet.Matching.Scoring;

internal static class GivenNames
{
    /// <summary>Log2 odds of two given names that one person would not have.</summary>
    public const float Different = -6.5f;

    private const float Vague = -2.5f;

    /// <summary>Up to here another reading of the name is worth trying.</summary>
    public const float Unclear = 0;

    public static float Compare(Profile one, Profile other, Tally tally)
    {
        if (one.First is null || other.First is null) return 0;
        var (bits, code) = Compare(one, other);
        return tally.Add(code, bits, one.First, other.First, code is ReasonCode.FirstNameSame ? one.First.Count : 0);
    }

    private static (float Bits, ReasonCode Code) Compare(Profile one, Profile other)
    {
        var (mine, theirs) = (one.First!, other.First!);
        if (Term.Same(mine, theirs))
            return mine.Text.Length == 1 ? (mine.Rarity - 1, ReasonCode.FirstNameInitial) : (Math.Min(RarityIn(one), RarityIn(other)) + Log2(.75), ReasonCode.FirstNameSame);
        var (a, b) = (one.FirstWords[0], other.FirstWords[0]);
        if (a.Text.Length == 1 || b.Text.Length == 1)
            return Term.Same(one.FirstInitial, other.FirstInitial) ? (Odds.Same(one.FirstInitial!, .5), ReasonCode.FirstNameInitial) : (Different, ReasonCode.FirstNameDifferent);
        if (Shared(one, other) is { } shared) return (Odds.Same(shared, .1), ReasonCode.FirstNamePart);
        if (mine.MayShareForm(theirs) && GivenNameForms.Share(mine.Forms, theirs.Forms) || a.MayShareForm(b) && GivenNameForms.Share(a.Forms, b.Forms)) return (Near(one, other, .08, .001), ReasonCode.FirstNameShortForm);
        return Alike.Of(mine, theirs) switch
        {
            Likeness.Slip => (Slip(one, other, .01, 1), ReasonCode.FirstNameSimilar),
            Likeness.Slips => (Slip(one, other, .002, 2), ReasonCode.FirstNameSimilar),
            _ when IsSlipOfWord(one.FirstWords, other.FirstWords) => (Near(one, other, .03, .004), ReasonCode.FirstNameSimilar),
            Likeness.Similar => (Near(one, other, .01, .01), ReasonCode.FirstNameSimilar),
            Likeness.Vague when !Odds.AreEstablished(mine, theirs) => (Vague, ReasonCode.FirstNameDifferent),
            _ => (Different, ReasonCode.FirstNameDifferent),
        };
    }

    private static float RarityIn(Profile profile) => Odds.Rarity(profile.First!, profile.FirstInCountry, profile.Country);

    private static float Near(Profile one, Profile other, double m, double neighbours) => Odds.Near(RarityIn(one), RarityIn(other), m, neighbours);

    private static float Slip(Profile one, Profile other, double least, int slips) => Math.Max(Odds.Slip(one.First!, other.First!, RarityIn(one), RarityIn(other), least, slips), Vague);

    private static float Log2(double share) => (float)Math.Log2(share);

    private static Term? Shared(Profile one, Profile other)
    {
        if (one.FirstWords.Length == 1 && other.FirstWords.Length == 1) return null;
        Term? best = null;
        foreach (var word in one.FirstWords)
            foreach (var match in other.FirstWords)
                if (word.Text.Length > 1 && Term.Same(word, match) && (best is null || word.Rarity > best.Rarity)) best = word;
        return best;
    }

    private static bool IsSlipOfWord(Term[] one, Term[] other)
    {
        if (one.Length == 1 && other.Length == 1) return false;
        foreach (var word in one)
            foreach (var match in other)
                if (word.Text.Length > 3 && match.Text.Length > 3 && Alike.Of(word, match) is Likeness.Slip) return true;
        return false;
    }
}
