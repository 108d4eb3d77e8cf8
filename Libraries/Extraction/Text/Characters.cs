namespace Signet.Extraction.Text;

/// <summary>Texts are cut between characters, never within a surrogate pair: half of one is no text.</summary>
public static class Characters
{
    /// <summary>The first <paramref name="longest"/> characters of a text, or one less where a pair would be cut.</summary>
    public static string Cut(this string text, int longest) => text[..CutAt(text, longest)];

    /// <summary>The last place at or before <paramref name="index"/> that is not within a pair.</summary>
    public static int CutAt(ReadOnlySpan<char> text, int index)
    {
        if (index >= text.Length) return text.Length;
        return index > 0 && char.IsHighSurrogate(text[index - 1]) && char.IsLowSurrogate(text[index]) ? index - 1 : Math.Max(0, index);
    }
}
