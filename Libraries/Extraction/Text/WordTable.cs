using System.Collections.Frozen;

namespace Signet.Extraction.Text;

/// <summary>A table of folded words in which <c>*leiter</c> stands for every word with that ending (German and Dutch compounds).</summary>
internal sealed class WordTable
{
    private const int LongestEnding = 16;
    private readonly FrozenSet<string> words;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> endings;

    public WordTable(string name)
    {
        var all = Table.Words(name);
        words = all.Where(word => word[0] != '*').ToFrozenSet();
        endings = all.Where(word => word[0] == '*').Select(word => word[1..]).ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public bool Contains(string folded)
    {
        if (words.Contains(folded)) return true;
        // "V.P."
        if (folded.Length <= 8 && folded.Contains('.', StringComparison.Ordinal)) folded = folded.Replace(".", "", StringComparison.Ordinal);
        if (words.Contains(folded)) return true;
        for (var length = Math.Min(LongestEnding, folded.Length - 3); length >= 2; length--)
            if (endings.Contains(folded.AsSpan(folded.Length - length))) return true;
        return false;
    }
}
