using Signet.Matching.Comparison;
using Signet.Matching.Records;

namespace Signet.Matching.Scoring;

internal static class FamilyNames
{
    /// <summary>Rare for one person: marriage.</summary>
    public const float Different = -5.5f;

    private const float Vague = -2;

    /// <summary>Up to here another reading of the name is worth trying.</summary>
    public const float Unclear = 0;

    public static float Compare(Profile one, Profile other, Tally tally)
    {
        if (one.Last is null || other.Last is null) return 0;
        var (bits, code) = Compare(one, other);
        return tally.Add(code, bits, one.Last, other.Last, code is ReasonCode.LastNameSame ? one.Last.Count : 0);
    }

    private static (float Bits, ReasonCode Code) Compare(Profile one, Profile other)
    {
        if (Term.Same(one.Last, other.Last)) return (Math.Min(RarityIn(one), RarityIn(other)) + (float)Math.Log2(.8), ReasonCode.LastNameSame);
        if (Shared(one, other) is { } shared) return (Odds.Same(shared, .05), ReasonCode.LastNamePart);
        return Alike.Of(one.Last!, other.Last!) switch
        {
            Likeness.Slip => (Slip(one, other, .03, 1), ReasonCode.LastNameSimilar),
            Likeness.Slips => (Slip(one, other, .006, 2), ReasonCode.LastNameSimilar),
            _ when IsSlipOfWord(one.LastWords, other.LastWords) => (Near(one, other, .01, .002), ReasonCode.LastNameSimilar),
            Likeness.Similar => (Near(one, other, .01, .005), ReasonCode.LastNameSimilar),
            Likeness.Vague when !Odds.AreEstablished(one.Last!, other.Last!) => (Vague, ReasonCode.LastNameDifferent),
            _ => (Different, ReasonCode.LastNameDifferent),
        };
    }

    private static float RarityIn(Profile profile) => Odds.Rarity(profile.Last!, profile.LastInCountry, profile.Country);

    private static float Slip(Profile one, Profile other, double least, int slips) => Math.Max(Odds.Slip(one.Last!, other.Last!, RarityIn(one), RarityIn(other), least, slips), Vague);

    private static float Near(Profile one, Profile other, double m, double neighbours) => Odds.Near(RarityIn(one), RarityIn(other), m, neighbours);

    private static Term? Shared(Profile one, Profile other)
    {
        if (one.LastWords.Length == 1 && other.LastWords.Length == 1) return null;
        Term? best = null;
        foreach (var word in one.LastWords)
            foreach (var match in other.LastWords)
                if (word.Text.Length > 2 && Term.Same(word, match) && (best is null || word.Rarity > best.Rarity)) best = word;
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
