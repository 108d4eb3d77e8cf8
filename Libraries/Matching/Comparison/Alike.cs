using Signet.Matching.Records;

namespace Signet.Matching.Comparison;

internal enum Likeness
{
    Different,
    /// <summary>Many letters in common, in nearly the same order.</summary>
    Vague,
    /// <summary>More than two slips, but the same beginning and most letters.</summary>
    Similar,
    Slips,
    Slip,
    Same,
}

/// <summary>How alike two words are.</summary>
internal static class Alike
{
    private const int ShortestForSlip = 3;
    private const int ShortestForSlips = 6;
    private const int ShortestForLikeness = 4;
    private const double Similar = .88;
    private const double Vague = .78;

    public static Likeness Of(Term one, Term other)
    {
        var slips = BySlips(one, other);
        if (slips is not Likeness.Different) return slips;
        if (Math.Min(one.Text.Length, other.Text.Length) < ShortestForLikeness || JaroWinkler.Most(one, other) < Vague) return Likeness.Different;
        return JaroWinkler.Of(one.Text, other.Text) switch
        {
            >= Similar => Likeness.Similar,
            >= Vague => Likeness.Vague,
            _ => Likeness.Different,
        };
    }

    /// <summary>Only what two slips explain: for values of which being like another means nothing.</summary>
    public static Likeness BySlips(Term one, Term other)
    {
        if (ReferenceEquals(one, other) || one.Text == other.Text) return Likeness.Same;
        if (!one.MayBeWithin(other, 2)) return Likeness.Different;
        var shorter = Math.Min(one.Text.Length, other.Text.Length);
        if (shorter < ShortestForSlip) return shorter == 2 && Edits.Between(one.Text, other.Text, 1) == 1 ? Likeness.Similar : Likeness.Different;
        return Edits.Between(one.Text, other.Text, 2) switch
        {
            1 => Likeness.Slip,
            2 when shorter >= ShortestForSlips => Likeness.Slips,
            _ => Likeness.Different,
        };
    }
}
