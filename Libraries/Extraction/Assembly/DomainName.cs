using Signet.Extraction.Text;

namespace Signet.Extraction.Assembly;

/// <summary>Whether a text names a mail domain: whole, by its words, by initials.</summary>
internal static class DomainName
{
    private const int LongWord = 4;
    private static readonly string[] Ands = ["and", "und", "et", "en", "y", "e"];

    /// <param name="key">The domain's own label, folded; null when it says nothing.</param>
    public static bool Matches(string text, string? key)
    {
        if (key is null || IsHost(text)) return false;
        var squeezed = Folding.Key(text);
        if (squeezed.Length == 0) return false;
        if (key.StartsWith(squeezed, StringComparison.Ordinal) && squeezed.Length >= 4 || squeezed.Contains(key, StringComparison.Ordinal) && key.Length >= 3) return true;
        var words = Word.Split(text);
        return IsJoined(words, key) || HasItsWords(words, key) || AreInitials(text, words, key);
    }

    // "kupfer.example"
    private static bool IsHost(string text) => text.IndexOf('.', StringComparison.Ordinal) is > 1 and var dot && dot + 2 < text.Length && !text.Contains(' ', StringComparison.Ordinal);

    // "K.B. Blech & Guss Co." of kbblechundguss.example
    private static bool IsJoined(List<Word> words, string key)
    {
        var ampersand = words.FindIndex(word => word.Folded == "&");
        if (ampersand < 1 || ampersand == words.Count - 1) return false;
        var (head, tail) = (Join(words, 0, ampersand), Join(words, ampersand + 1, words.Count));
        return Ands.Any(and => (head + and + tail).StartsWith(key, StringComparison.Ordinal) && key.Length > head.Length + and.Length);
    }

    private static string Join(List<Word> words, int from, int to) => Folding.Key(string.Concat(words.Skip(from).Take(to - from).Select(word => word.Folded)));

    // "Kupfer Rohre & Blech" of kupferblechmn.example: the first word leads, another long one follows.
    private static bool HasItsWords(List<Word> words, string key)
    {
        if (words.Count is < 2 or > 7) return false;
        var first = words.FindIndex(word => word.Length >= LongWord);
        if (first is not (0 or 1) || !key.StartsWith(Folding.Key(words[first].Folded), StringComparison.Ordinal)) return false;
        var end = Folding.Key(words[first].Folded).Length;
        for (var i = first + 1; i < words.Count; i++)
            if (words[i].Length >= LongWord && key.IndexOf(Folding.Key(words[i].Folded), Math.Min(end, key.Length), StringComparison.Ordinal) >= 0) return true;
        return false;
    }

    // "Kupfer Blech Guss" does not match kbg.example by chance often enough to matter.
    private static bool AreInitials(string text, List<Word> words, string key)
    {
        var initials = string.Concat(words.Where(word => char.IsUpper(text[word.Start])).Select(word => word.Folded[0]));
        return key.Length >= 3 && initials.Length >= 3 && (initials == key || initials.StartsWith(key, StringComparison.Ordinal));
    }
}
