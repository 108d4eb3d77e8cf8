namespace Signet.Contacts.Search;

/// <summary>One word of a query, and how well it fits a word of a contact.</summary>
public sealed class QueryWord
{
    private readonly int[] _grams;

    public QueryWord(string text)
    {
        Text = text;
        IsNumber = Grams.IsNumber(text);
        // People type the end of a phone number as well as its beginning.
        int[] grams = IsNumber && text.Length >= 3 ? Grams.Inside(text) : Grams.OfWord(text);
        _grams = grams.Length <= MostGrams ? grams : grams[..MostGrams];
        Needed = IsNumber ? Share(0.6) : text.Length < ShortestWithTypos ? _grams.Length : Share(0.4);
    }

    // With fewer letters than this, a typo makes any word out of any other.
    private const int ShortestWithTypos = 4;

    // Longer words are told apart by their beginning.
    private const int MostGrams = 64;

    public string Text { get; }

    public bool IsNumber { get; }

    public IReadOnlyList<int> GramSet => _grams;

    /// <summary>A contact that shares fewer of the grams than this cannot fit.</summary>
    public int Needed { get; }

    /// <summary>0 when it does not fit, 1 when it is the word itself; a beginning counts more than a part, a part more than a resemblance.</summary>
    public double Fit(ReadOnlySpan<char> word)
    {
        if (word.StartsWith(Text, StringComparison.Ordinal)) return word.Length == Text.Length ? 1 : 0.9;
        if (Text.Length < ShortestWithTypos && !(IsNumber && Text.Length == 3)) return 0;

        var shared = Grams.CountShared(_grams, word);
        if (shared < Needed) return 0;
        if (word.Contains(Text, StringComparison.Ordinal)) return 0.8;
        var share = (double)shared / _grams.Length;
        if (IsNumber) return Text.Length >= 7 ? 0.75 * share : 0;
        return share >= 0.7 || IsTypoOf(word) ? 0.75 * share : 0;
    }

    private bool IsTypoOf(ReadOnlySpan<char> word) => Text.Length <= MostGrams && Typos.DistanceToBeginning(Text, word) <= (Text.Length < 8 ? 1 : 2);

    private int Share(double share) => Math.Max(1, (int)Math.Ceiling(_grams.Length * share));
}
