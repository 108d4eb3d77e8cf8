using Signet.Matching.Records;

namespace Signet.Matching.Scoring;

/// <summary>
/// Looks at records that share a rare address: among contacts of firms and families most differ in their names, in a register of patients hardly any
/// does. No labels are needed.
/// </summary>
internal static class RateLearning
{
    private const int MostSharers = 5;
    private const int FewestPairs = 40;
    private const int ShortList = 2_000;
    private const float FewestDuplicates = .15f;
    private const float MostDuplicates = 4;
    private const int EnoughPairs = 200_000;
    // Names of one person that are wholly different in two records: so many are no sign of others.
    private const double FirstReplaced = .15;
    // Each pair is of two records, and as many again live where more share the address or where it is spelled in two ways.
    private const double Unseen = 3;
    private const double BothReplaced = .06;

    public static Rates Learn(Profile[] profiles)
    {
        int same = 0, relatives = 0, colleagues = 0;
        foreach (var sharers in Sharers(profiles))
        {
            for (var i = 0; i < sharers.Count; i++)
            {
                for (var j = i + 1; j < sharers.Count; j++)
                {
                    var name = NameScore.Of(sharers[i], sharers[j], default);
                    if (name is { FirstDiffers: true, LastAgrees: true }) relatives++;
                    else if (name.FirstDiffers && name.LastDiffers) colleagues++;
                    else if (name.Sum > 0) same++;
                }
            }
            if (same + relatives + colleagues >= EnoughPairs) break;
        }
        if (same < FewestPairs) return Rates.Usual;
        return new(
            Rates.Usual.Duplicates,
            (float)Math.Clamp(Unseen * (relatives - FirstReplaced * same) / profiles.Length, .0002, .5),
            (float)Math.Clamp((colleagues - BothReplaced * same) / same, 1e-5, 1));
    }

    /// <summary>A list of many copies makes every likeness likelier to be one, a list of few less likely; a short list does not show that they are few.</summary>
    public static Rates WithDuplicates(this Rates rates, int pairs, int records)
    {
        var found = 2f * pairs / Math.Max(records, 1);
        var few = (2f * pairs + Rates.Usual.Duplicates * ShortList) / (records + ShortList);
        return rates with { Duplicates = found > Rates.Usual.Duplicates ? Math.Min(found, MostDuplicates) : Math.Max(few, FewestDuplicates) };
    }

    private static Dictionary<Term, List<Profile>>.ValueCollection Sharers(Profile[] profiles)
    {
        var shared = new Dictionary<Term, List<Profile>>();
        foreach (var profile in profiles)
        {
            if (!profile.IsPerson || profile.Address is not { Count: > 1 and <= MostSharers } address) continue;
            if (!shared.TryGetValue(address, out var sharers)) shared[address] = sharers = [];
            sharers.Add(profile);
        }
        return shared.Values;
    }
}
