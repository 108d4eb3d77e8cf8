using Signet.Matching.Comparison;
using Signet.Matching.Normalisation;
using Signet.Matching.Records;

namespace Signet.Matching.Scoring;

/// <summary>Weights of given and family names.</summary>
/// <param name="FirstDiffers">Both have given names, and these cannot be one person's.</param>
/// <param name="LastDiffers">Both have family names, and these are not alike.</param>
/// <param name="LastAgrees">Same or similar family name.</param>
internal readonly record struct NameScore(float First, float Last, bool FirstDiffers, bool LastDiffers, bool LastAgrees)
{
    private const float Swapped = -3;
    private const float Initial = 1.5f;
    private const float Vague = -2.5f;

    public float Sum => First + Last;

    public static NameScore Of(Profile one, Profile other, Tally tally)
    {
        var silent = new Tally(null);
        var (first, last) = (GivenNames.Compare(one, other, silent), FamilyNames.Compare(one, other, silent));
        if ((first <= GivenNames.Unclear || last <= FamilyNames.Unclear) && !Term.Same(one.First, other.First) && !Term.Same(one.Last, other.Last))
        {
            var (oneFirst, oneLast) = (Crossed(one.First, other.Last), Crossed(other.First, one.Last));
            if ((one.First is not null && other.Last is not null || other.First is not null && one.Last is not null) && oneFirst is { } firstBits && oneLast is { } lastBits && firstBits + lastBits + Swapped > first + last)
            {
                tally.Add(ReasonCode.NamesSwapped, firstBits + lastBits + Swapped, one.Last, other.First);
                return new(firstBits, lastBits + Swapped, false, false, true);
            }
        }
        if (tally.IsWanted)
        {
            GivenNames.Compare(one, other, tally);
            FamilyNames.Compare(one, other, tally);
        }
        return new(first, last, first <= GivenNames.Different, last <= FamilyNames.Different, last > 0);
    }

    // A given name in the field of the family name. Null when the two are not alike; nothing when one has none.
    private static float? Crossed(Term? first, Term? last)
    {
        if (first is null || last is null) return 0;
        if (first.Text == last.Text) return Math.Min(first.Rarity, last.Rarity) - .5f;
        if (first.Text.Length == 1 || last.Text.Length == 1) return first.Text[0] == last.Text[0] ? Initial : null;
        if (first.Forms.Length > 0 && GivenNameForms.Share(first.Forms, GivenNameForms.Of(last.Text))) return Odds.Near(first, last, .05, .003);
        return Alike.Of(first, last) switch
        {
            Likeness.Slip or Likeness.Slips => Odds.Near(first, last, .1, .001),
            Likeness.Similar => 0,
            Likeness.Vague => Vague,
            _ => null,
        };
    }
}
