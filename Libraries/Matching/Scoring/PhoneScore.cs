using Signet.Matching.Comparison;
using Signet.Matching.Records;

namespace Signet.Matching.Scoring;

/// <param name="Own">What a number says that one person carries.</param>
/// <param name="Shared">What a landline says, which a household or an office shares.</param>
internal readonly record struct PhoneScore(float Own, float Shared)
{
    private const float MobileDifferent = -2.5f;
    private const float LandlineDifferent = -1.5f;
    private const float ExtensionDifferent = -1.5f;
    private const float MostForSlip = 11;

    public static PhoneScore Compare(Phone[] one, Phone[] other, int records, Tally tally)
    {
        if (one.Length == 0 || other.Length == 0) return default;
        float own = 0, shared = 0;
        var (mobiles, landlines) = (false, false);
        (ReasonCode Code, float Bits, Phone? One, Phone? Other) ownReason = default, sharedReason = default;
        foreach (var mine in one)
        {
            foreach (var theirs in other)
            {
                var (bits, code) = Pair(mine, theirs, records);
                if (mine.IsMobile && theirs.IsMobile) mobiles = true;
                if (!mine.IsMobile && !theirs.IsMobile) landlines = true;
                if (code is ReasonCode.MobileSame or ReasonCode.MobileSimilar)
                {
                    if (bits > own) (own, ownReason) = (bits, (code, bits, mine, theirs));
                }
                else if (bits > shared) (shared, sharedReason) = (bits, (code, bits, mine, theirs));
            }
        }
        if (own > 0) tally.Add(ownReason.Code, own, ownReason.One?.Number, ownReason.Other?.Number, ownReason.One?.Number.Count ?? 0);
        else if (mobiles) own = tally.Add(ReasonCode.MobileDifferent, MobileDifferent);
        // Colleagues have neighbouring extensions; one person has one.
        if (sharedReason.Code is ReasonCode.OfficePhoneSame && own == 0) own = tally.Add(ReasonCode.ExtensionDifferent, ExtensionDifferent);
        if (shared > 0) tally.Add(sharedReason.Code, shared, sharedReason.One?.Number, sharedReason.Other?.Number, sharedReason.One?.Number.Count ?? 0);
        else if (landlines) shared = tally.Add(ReasonCode.PhoneDifferent, LandlineDifferent);
        return new(own, shared);
    }

    private static (float Bits, ReasonCode Code) Pair(Phone one, Phone other, int records)
    {
        var isMobile = one.IsMobile && other.IsMobile;
        if (one.CallingCode != 0 && other.CallingCode != 0 && one.CallingCode != other.CallingCode) return (0, ReasonCode.PhoneDifferent);
        if (Term.Same(one.Number, other.Number)) return isMobile ? (Odds.Own(one.Number, records), ReasonCode.MobileSame) : (Odds.Same(one.Number, .7), ReasonCode.PhoneSame);
        if (one.Stem is not null && Term.Same(one.Stem, other.Stem)) return (Math.Max(0, Odds.Same(one.Stem, .15)), ReasonCode.OfficePhoneSame);
        if (one.Number.Text.Length >= 7 && Alike.BySlips(one.Number, other.Number) is Likeness.Slip)
            return (Math.Min(MostForSlip, Odds.Near(one.Number, other.Number, .05, 0)), isMobile ? ReasonCode.MobileSimilar : ReasonCode.PhoneSimilar);
        return (0, ReasonCode.PhoneDifferent);
    }
}
