using Signet.Matching.Records;

namespace Signet.Matching.Scoring;

/// <summary>
/// What the model believes about records of one person or company. <c>m</c> is the share of true pairs in which something is seen, <c>u</c> the share of
/// other pairs (Fellegi &amp; Sunter 1969, "A theory for record linkage"); a weight is log2(m/u). For equal values u is how common the value is (Winkler 1989,
/// "Frequency-based matching"), so only m and the u of slips stand here.
/// </summary>
internal static class Odds
{
    /// <summary>
    /// Rarity of a name among the records of its country: a Spanish name is rare in the world and usual in Spain, and the country is counted with the place.
    /// </summary>
    public static float Rarity(Term name, Term? inCountry, Term? country) =>
        inCountry is null || country is null ? name.Rarity : Math.Min(name.Rarity, Math.Max(inCountry.Rarity - country.Rarity, .5f));

    /// <summary>log2 odds of a number or address that is one person's: that a few records have it shows that they are one, not that it is common.</summary>
    public static float Own(Term value, int records) => value.Count <= MostOfOne ? MathF.Log2(records) + 2 : value.Rarity;

    private const int MostOfOne = 6;

    /// <summary>log2(m/u) of a value that agrees.</summary>
    public static float Same(Term one, double m) => one.Rarity + (float)Math.Log2(m);

    /// <summary>
    /// log2 odds of two words that a slip parts. A word that is next to a common one and hardly occurs itself is that word mistyped, so that it says what the
    /// common word says; two words that many people have are two names.
    /// </summary>
    /// <param name="least">How often somebody takes one established name for another.</param>
    /// <param name="slips">1 or 2.</param>
    public static float Slip(Term one, Term other, float oneRarity, float otherRarity, double least, int slips)
    {
        var (rare, common) = one.Count <= other.Count ? (one.Count, other.Count) : (other.Count, one.Count);
        var mistyped = common * (slips == 1 ? OneSlip : TwoSlips);
        var share = mistyped / (mistyped + Math.Max(rare - 1 - mistyped, .1));
        return Math.Min(oneRarity, otherRarity) + (float)Math.Log2(Math.Clamp(share, least, .5));
    }

    // How often a word is mistyped into one certain other word.
    private const double OneSlip = .0005;
    private const double TwoSlips = .00005;

    /// <summary>A slip makes a word that hardly anybody else has: Martin and Martina are two names.</summary>
    public static bool AreEstablished(Term one, Term other) => Math.Min(one.Count, other.Count) >= 5 && Math.Max(one.Rarity, other.Rarity) < 11;

    /// <summary>log2(m/u) of values that almost agree: u is the chance of either value and of its neighbours.</summary>
    public static float Near(Term one, Term other, double m, double neighbours) => Near(one.Rarity, other.Rarity, m, neighbours);

    public static float Near(float one, float other, double m, double neighbours)
    {
        var u = Math.Exp(-one * Ln2) + Math.Exp(-other * Ln2) + neighbours;
        return (float)Math.Log2(m / Math.Min(u, .5));
    }

    private const double Ln2 = 0.69314718055994531;
}
