namespace Signet.Contacts.Search;

/// <summary>Counts slips of the keyboard: a letter wrong, missing, too many, or two swapped.</summary>
public static class Typos
{
    /// <summary>The fewest slips that turn <paramref name="typed"/> into some beginning of <paramref name="word"/> (the end may not be typed yet).</summary>
    public static int DistanceToBeginning(ReadOnlySpan<char> typed, ReadOnlySpan<char> word)
    {
        // No beginning much longer than what was typed can be near it.
        var width = Math.Min(word.Length, typed.Length + 3);
        var (before, last, row) = (new int[width + 1], new int[width + 1], new int[width + 1]);
        for (var column = 0; column <= width; column++) last[column] = column;
        for (var i = 1; i <= typed.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= width; j++)
            {
                var wrong = typed[i - 1] == word[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + wrong);
                if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            (before, last, row) = (last, row, before);
        }
        return last.Min();
    }
}
