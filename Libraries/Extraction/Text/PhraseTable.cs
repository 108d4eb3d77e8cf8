using System.Collections.Frozen;

namespace Signet.Extraction.Text;

/// <summary>Phrases and what they mean, found where they begin among the words of a line. Dots and hyphens do not count.</summary>
internal sealed class PhraseTable<T>
{
    private readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> phrases;
    private readonly bool isGlued;
    private readonly int mostWords;
    private readonly int longest;

    /// <param name="isGlued">Whether blanks do not count either: "G m b H" is "GmbH".</param>
    public PhraseTable(IEnumerable<(string Phrase, T Value)> entries, bool isGlued = false)
    {
        this.isGlued = isGlued;
        var split = entries.Select(entry => (Words: Word.Split(entry.Phrase), entry.Value)).ToList();
        var all = split.Select(entry => (Key: Join(entry.Words), entry.Value)).DistinctBy(entry => entry.Key).ToFrozenDictionary(entry => entry.Key, entry => entry.Value);
        phrases = all.GetAlternateLookup<ReadOnlySpan<char>>();
        longest = all.Keys.Max(key => key.Length);
        mostWords = isGlued ? longest : split.Max(entry => entry.Words.Count);
    }

    /// <summary>The longest phrase that begins at a word, and how many words it has; null when none does.</summary>
    /// <param name="most">No phrase of more words is wanted.</param>
    public (T Value, int Count)? LongestAt(List<Word> words, int index, int most = int.MaxValue)
    {
        (T, int)? found = null;
        Span<char> joined = stackalloc char[longest];
        var length = 0;
        for (var count = 1; count <= Math.Min(most, mostWords) && index + count <= words.Count; count++)
        {
            if (!Append(words[index + count - 1].Folded, joined, ref length)) break;
            if (phrases.TryGetValue(joined[..length], out var value)) found = (value, count);
        }

        return found;
    }

    private string Join(List<Word> words)
    {
        Span<char> joined = new char[words.Sum(word => word.Folded.Length + 1)];
        var length = 0;
        foreach (var word in words) Append(word.Folded, joined, ref length);
        return joined[..length].ToString();
    }

    /// <summary>Whether the word still fits: a longer text than the longest phrase is none.</summary>
    private bool Append(string folded, Span<char> joined, ref int length)
    {
        if (length > 0 && !isGlued)
        {
            if (length == joined.Length) return false;
            joined[length++] = ' ';
        }

        foreach (var c in folded)
        {
            if (c is '.' or '-') continue;
            if (length == joined.Length) return false;
            joined[length++] = c;
        }

        return true;
    }
}
