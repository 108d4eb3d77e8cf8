namespace Signet.Matching.Comparison;

/// <summary>
/// Slips of the keyboard between two texts: a letter wrong, missing, too many, or two neighbours swapped
/// (optimal string alignment; Damerau 1964, "A technique for computer detection and correction of spelling errors").
/// </summary>
internal static class Edits
{
    private const int Longest = 64;

    /// <summary>The number of slips, or <paramref name="most"/> + 1 when there are more.</summary>
    public static int Between(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int most)
    {
        if (one.Length > other.Length) return Between(other, one, most);
        if (other.Length - one.Length > most) return most + 1;
        var start = one.CommonPrefixLength(other);
        one = one[start..];
        other = other[start..];
        while (one.Length > 0 && one[^1] == other[^1])
        {
            one = one[..^1];
            other = other[..^1];
        }
        if (one.Length == 0) return other.Length;
        if (most == 1) return IsOneSlip(one, other) ? 1 : 2;
        if (other.Length > Longest) return most + 1;
        return Count(one, other, most);
    }

    // What is left has different ends: one wrong letter, or two that changed places.
    private static bool IsOneSlip(ReadOnlySpan<char> one, ReadOnlySpan<char> other) =>
        one.Length == other.Length && (one.Length == 1 || one.Length == 2 && one[0] == other[1] && one[1] == other[0]);

    private static int Count(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int most)
    {
        Span<int> before = stackalloc int[Longest + 1];
        Span<int> last = stackalloc int[Longest + 1];
        Span<int> row = stackalloc int[Longest + 1];
        for (var column = 0; column <= other.Length; column++) last[column] = column;
        for (var line = 1; line <= one.Length; line++)
        {
            row[0] = line;
            var least = line;
            for (var column = 1; column <= other.Length; column++)
            {
                var cost = one[line - 1] == other[column - 1] ? 0 : 1;
                var slips = Math.Min(Math.Min(last[column] + 1, row[column - 1] + 1), last[column - 1] + cost);
                if (line > 1 && column > 1 && one[line - 1] == other[column - 2] && one[line - 2] == other[column - 1]) slips = Math.Min(slips, before[column - 2] + 1);
                row[column] = slips;
                least = Math.Min(least, slips);
            }
            if (least > most) return most + 1;
            var next = before;
            before = last;
            last = row;
            row = next;
        }
        return Math.Min(last[other.Length], most + 1);
    }
}
