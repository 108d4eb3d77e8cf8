using System.Text.RegularExpressions;

namespace Signet.Contacts.Search;

/// <summary>
/// What a person typed, as words. A contact is found when every word fits one of its own; it stands the higher the better they fit, and
/// a word in the name counts a little more than one elsewhere.
/// </summary>
public sealed partial class SearchQuery
{
    /// <summary>Longer queries are refused.</summary>
    public const int Longest = 200;

    private const double OutsideTheName = 0.97;

    private SearchQuery(IReadOnlyList<QueryWord> words) => Words = words;

    /// <summary>Empty when the query holds no letter and no digit.</summary>
    public IReadOnlyList<QueryWord> Words { get; }

    public static SearchQuery Parse(string text)
    {
        var words = Join(SearchText.Squeeze(TrunkZero().Replace(text, " ")).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return new([.. words.Distinct().Select(word => new QueryWord(word))]);
    }

    /// <summary>0 when the contact does not match; the same query and text always give the same figure.</summary>
    public double Score(string searchText)
    {
        var text = searchText.AsSpan();
        var end = text.IndexOf('\n');
        var name = end < 0 ? text : text[..end];
        var other = end < 0 ? default : text[(end + 1)..];
        double sum = 0, length = 0;
        foreach (var word in Words)
        {
            var fit = Math.Max(Best(word, name), OutsideTheName * Best(word, other));
            if (fit == 0) return 0;
            sum += fit * word.Text.Length;
            length += word.Text.Length;
        }
        return length == 0 ? 0 : Math.Round(sum / length, 4);
    }

    private static double Best(QueryWord word, ReadOnlySpan<char> candidates)
    {
        var best = 0d;
        foreach (var candidate in candidates.Split(' '))
            best = Math.Max(best, word.Fit(candidates[candidate]));
        return best;
    }

    // A phone number typed in groups is one number, and its leading zeros (00, 0) are no part of it: "069 1234 567" → "691234567".
    private static IEnumerable<string> Join(string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var end = i;
            while (end < words.Length && Grams.IsNumber(words[end])) end++;
            var number = string.Concat(words[i..end]);
            if (number.Length < 5)
            {
                yield return words[i];
                continue;
            }
            yield return number.TrimStart('0') is { Length: > 0 } significant ? significant : number;
            i = end - 1;
        }
    }

    [GeneratedRegex(@"\(\s*0\s*\)")]
    private static partial Regex TrunkZero();
}
