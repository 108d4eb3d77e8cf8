namespace Signet.Matching.Records;

/// <summary>Numbers of texts and records that are the same in every process (FNV-1a with a final mix).</summary>
internal static class Fingerprints
{
    private const ulong Seed = 14695981039346656037;

    public static ulong Of(IReadOnlyList<MatchValue> values)
    {
        var sum = 0ul;
        for (var i = 0; i < values.Count; i++)
        {
            var (field, value) = values[i];
            if (!string.IsNullOrWhiteSpace(value)) sum += Mix(Add(Seed ^ (ulong)field, Normalisation.UnicodeForms.Normalized(value)));
        }
        return Mix(sum);
    }

    public static ulong Start(int kind) => Mix(Seed + (ulong)kind);

    public static ulong Add(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text) hash = (hash ^ c) * 1099511628211ul;
        return hash;
    }

    /// <summary>The last step of SplitMix64: every bit of the input moves half of the output's.</summary>
    public static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9ul;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBul;
        return hash ^ (hash >> 31);
    }
}
