using System.Numerics;

namespace Signet.Contacts.Search;

/// <summary>
/// Trigrams of folded words as 32-bit numbers: small, and equal exactly when the trigrams are (but for one chance in four billion).
/// Words begin with two blanks, so that their beginning weighs more.
/// </summary>
public static class Grams
{
    /// <summary>More than any real contact has; what bounds the cost of a save.</summary>
    public const int MostPerContact = 1_000;

    /// <summary>The distinct trigrams of all words of a contact's <see cref="SearchText"/>.</summary>
    public static int[] Of(string searchText)
    {
        var grams = new HashSet<int>();
        foreach (var word in searchText.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var gram in OfWord(word))
            {
                if (grams.Count == MostPerContact) return [.. grams];
                grams.Add(gram);
            }
        }
        return [.. grams];
    }

    /// <summary>The distinct trigrams of one word.</summary>
    public static int[] OfWord(string word) => OfPadded("  " + word);

    /// <summary>Those that a part of a longer word has too; the word must have three letters.</summary>
    public static int[] Inside(string word) => OfPadded(word);

    private static int[] OfPadded(string padded)
    {
        var grams = new HashSet<int>();
        for (var start = 0; start + 3 <= padded.Length; start++)
            grams.Add(Hash(padded[start], padded[start + 1], padded[start + 2]));
        return [.. grams];
    }

    /// <summary>How many of the given (at most 64) trigrams a word has. Runs for every word of every candidate, so it makes no garbage.</summary>
    public static int CountShared(ReadOnlySpan<int> grams, ReadOnlySpan<char> word)
    {
        var seen = 0ul;
        var (before, last) = (' ', ' ');
        foreach (var letter in word)
        {
            var index = grams.IndexOf(Hash(before, last, letter));
            if (index >= 0) seen |= 1ul << index;
            (before, last) = (last, letter);
        }
        return BitOperations.PopCount(seen);
    }

    public static bool IsNumber(string word) => word.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;

    // FNV-1a: these numbers are stored, so they must be the same in every process and version.
    private static int Hash(char one, char two, char three) => unchecked((int)Mix(Mix(Mix(2166136261u, one), two), three));

    private static uint Mix(uint hash, char letter) => ((hash ^ (letter & 0xFFu)) * 16777619u ^ (uint)(letter >> 8)) * 16777619u;
}
