namespace Signet.Matching.Comparison;

/// <summary>Likeness of names from 0 to 1 (Jaro 1989; Winkler 1990, "String comparator metrics and enhanced decision rules in the Fellegi-Sunter model of record linkage").</summary>
internal static class JaroWinkler
{
    private const int Longest = 64;
    private const double PrefixScale = .1;
    private const int LongestPrefix = 4;

    /// <summary>No less than the likeness of the two, and found without pairing letters.</summary>
    public static double Most(Records.Term one, Records.Term other)
    {
        var common = (double)one.MostCommonLetters(other);
        if (common <= 0) return 0;
        var jaro = (common / one.Text.Length + common / other.Text.Length + 1) / 3;
        return jaro + Math.Min(one.Text.AsSpan().CommonPrefixLength(other.Text), LongestPrefix) * PrefixScale * (1 - jaro);
    }

    public static double Of(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.Length == 0 || other.Length == 0) return 0;
        // Letters are paired greedily, so the order of the two would count.
        if (one.Length > other.Length || one.Length == other.Length && one.SequenceCompareTo(other) > 0) return Of(other, one);
        one = one[..Math.Min(one.Length, Longest)];
        other = other[..Math.Min(other.Length, Longest)];
        var window = Math.Max(0, Math.Max(one.Length, other.Length) / 2 - 1);
        ulong inOne = 0, inOther = 0;
        var common = 0;
        for (var i = 0; i < one.Length; i++)
        {
            var end = Math.Min(other.Length, i + window + 1);
            for (var j = Math.Max(0, i - window); j < end; j++)
            {
                if ((inOther >> j & 1) != 0 || one[i] != other[j]) continue;
                inOne |= 1ul << i;
                inOther |= 1ul << j;
                common++;
                break;
            }
        }
        if (common == 0) return 0;
        var jaro = (common / (double)one.Length + common / (double)other.Length + (common - Swaps(one, other, inOne, inOther) / 2.0) / common) / 3;
        var prefix = Math.Min(one.CommonPrefixLength(other), LongestPrefix);
        return jaro + prefix * PrefixScale * (1 - jaro);
    }

    private static int Swaps(ReadOnlySpan<char> one, ReadOnlySpan<char> other, ulong inOne, ulong inOther)
    {
        var swaps = 0;
        var j = 0;
        for (var i = 0; i < one.Length; i++)
        {
            if ((inOne >> i & 1) == 0) continue;
            while ((inOther >> j & 1) == 0) j++;
            if (one[i] != other[j++]) swaps++;
        }
        return swaps;
    }
}
