using Signet.Matching.Records;

namespace Signet.Matching.Scoring;

/// <summary>Fields whose meaning is not known say little.</summary>
internal static class OtherScore
{
    private const float Different = -.5f;
    private const float Most = 3;

    public static float Compare(Term[] one, Term[] other, Tally tally)
    {
        if (one.Length == 0 || other.Length == 0) return 0;
        var bits = 0f;
        foreach (var mine in one)
            foreach (var theirs in other)
                if (Term.Same(mine, theirs)) bits += mine.Rarity * .5f;
        return bits > 0 ? tally.Add(ReasonCode.OtherSame, Math.Min(bits, Most)) : tally.Add(ReasonCode.OtherDifferent, Different);
    }
}
