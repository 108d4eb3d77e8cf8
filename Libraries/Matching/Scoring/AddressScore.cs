using Signet.Matching.Comparison;
using Signet.Matching.Records;

namespace Signet.Matching.Scoring;

internal static class AddressScore
{
    private const float StreetDiffers = -2;
    private const float NumberDiffers = -2;
    private const float PlaceDiffers = -2;
    private const float RegionDiffers = -1;

    public static float Compare(Profile one, Profile other, Tally tally)
    {
        var place = Place(one, other);
        var (street, code) = Streets(one, other);
        if (one.Address is not null && Term.Same(one.Address, other.Address)) tally.Add(ReasonCode.AddressSame, street, one.Address, other.Address, one.Address.Count);
        else if (street > 0) tally.Add(code, street, FirstOf(one), FirstOf(other));
        else if (street < 0) tally.Add(ReasonCode.AddressDifferent, street, FirstOf(one), FirstOf(other));
        if (place > 0) tally.Add(ReasonCode.PlaceSame, place, one.City ?? one.Postcode, other.City ?? other.Postcode);
        else if (place < 0) tally.Add(ReasonCode.PlaceDifferent, place, one.City ?? one.Postcode, other.City ?? other.Postcode);
        return place + street;
    }

    /// <summary>What an address can say when others may share it: it is no rarer than its sharers, be they these two.</summary>
    public static float Most(Profile one, Profile other, int records) =>
        one.Address is not null && Term.Same(one.Address, other.Address) ? one.Address.Rarity : MathF.Log2(records) - 1;

    private static (float Bits, ReasonCode Code) Streets(Profile one, Profile other)
    {
        var number = one.HouseNumber is null || other.HouseNumber is null ? 0 : Term.Same(one.HouseNumber, other.HouseNumber) ? Odds.Same(one.HouseNumber, .85) : NumberDiffers;
        if (one.Streets.Length == 0 || other.Streets.Length == 0) return (Math.Max(number, 0), ReasonCode.StreetSame);
        var (best, further) = (-100f, 0f);
        var code = ReasonCode.AddressDifferent;
        foreach (var mine in one.Streets)
        {
            var nearest = -100f;
            foreach (var theirs in other.Streets)
            {
                var (bits, kind) = Street(mine, theirs);
                nearest = Math.Max(nearest, bits);
                if (bits > best) code = kind;
            }
            further += Math.Max(0, Math.Min(nearest, best));
            best = Math.Max(best, nearest);
        }
        return best > 0 ? (best + further + number, code) : (best + Math.Max(number, 0) * .5f, ReasonCode.AddressDifferent);
    }

    private static (float Bits, ReasonCode Code) Street(Street one, Street other)
    {
        if (Term.Same(one.Name, other.Name)) return (Odds.Same(one.Name, .7), ReasonCode.StreetSame);
        return Alike.Of(one.Name, other.Name) switch
        {
            Likeness.Slip => (Odds.Near(one.Name, other.Name, .12, .0005), ReasonCode.StreetSimilar),
            Likeness.Slips => (Odds.Near(one.Name, other.Name, .05, .001), ReasonCode.StreetSimilar),
            _ when SharesWords(one.Words, other.Words) => (Odds.Near(one.Name, other.Name, .05, .003), ReasonCode.StreetSimilar),
            Likeness.Similar => (Odds.Near(one.Name, other.Name, .02, .01), ReasonCode.StreetSimilar),
            _ => (StreetDiffers, ReasonCode.AddressDifferent),
        };
    }

    // "2 harrison st" and "2 harrison st near hudson st": all words of the shorter one are in the longer one.
    private static bool SharesWords(string[] one, string[] other)
    {
        if (one.Length > other.Length) (one, other) = (other, one);
        var letters = 0;
        foreach (var word in one)
        {
            if (Array.IndexOf(other, word) < 0) return false;
            letters += word.Length;
        }
        return letters >= 4;
    }

    private static Term? FirstOf(Profile profile) => profile.Streets is [var street, ..] ? street.Name : null;

    private static float Place(Profile one, Profile other)
    {
        var city = City(one.City, other.City);
        var region = one.Region is null || other.Region is null ? 0 : Term.Same(one.Region, other.Region) ? one.Region.Rarity * .5f : RegionDiffers;
        if (one.Country is not null && other.Country is not null)
            region += !Term.Same(one.Country, other.Country) ? RegionDiffers : city > 0 || Term.Same(one.Postcode, other.Postcode) ? 0 : one.Country.Rarity;
        if (one.Postcode is null || other.Postcode is null) return city + region;
        if (Term.Same(one.Postcode, other.Postcode)) return Math.Max(Odds.Same(one.Postcode, .85), city) + (city < 0 ? -.5f : .5f) + region;
        if (Alike.BySlips(one.Postcode, other.Postcode) is Likeness.Slip) return (city > 0 ? city + 1 : city < 0 ? 0 : 2) + region;
        return (city > 0 ? city - 1 : PlaceDiffers) + region;
    }

    private static float City(Term? one, Term? other)
    {
        if (one is null || other is null) return 0;
        if (Term.Same(one, other)) return Odds.Same(one, .85);
        return Alike.Of(one, other) switch
        {
            Likeness.Slip => Odds.Near(one, other, .1, .0005),
            Likeness.Slips => Odds.Near(one, other, .04, .002),
            Likeness.Similar => Odds.Near(one, other, .02, .005),
            _ when StartsWith(one.Text, other.Text) || StartsWith(other.Text, one.Text) => Math.Max(0, Math.Min(one.Rarity, other.Rarity) - 2),
            _ => -1.5f,
        };
    }

    private static bool StartsWith(string longer, string shorter) =>
        shorter.Length > 2 && longer.Length > shorter.Length && longer[shorter.Length] == ' ' && longer.StartsWith(shorter, StringComparison.Ordinal);
}
