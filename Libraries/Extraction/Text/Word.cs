namespace Signet.Extraction.Text;

/// <summary>A word of a line: letters and digits, with the hyphens, apostrophes, dots and ampersands inside it.</summary>
/// <param name="Start">Offset in the text that it was split from.</param>
internal readonly record struct Word(int Start, int Length, string Folded)
{
    public int End => Start + Length;

    public static List<Word> Split(string text)
    {
        var words = new List<Word>();
        var i = 0;
        while (i < text.Length)
        {
            if (!IsCore(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && (IsCore(text[i]) || IsInside(text, i))) i++;
            var folded = Folding.Fold(text.AsSpan(start, i - start));
            // Marks alone fold to nothing and are no word: every word has a first letter.
            if (folded.Length > 0) words.Add(new(start, i - start, folded));
        }

        return words;
    }

    // One joint, or the two of "M.-Sc".
    private static bool IsInside(string text, int i) =>
        IsJoint(text[i]) && i + 1 < text.Length && (IsCore(text[i + 1]) || text[i] == '.' && text[i + 1] == '-' && i + 2 < text.Length && IsCore(text[i + 2]));

    private static bool IsCore(char c) => char.IsLetterOrDigit(c) || c == '&' || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;

    private static bool IsJoint(char c) => c is '-' or '\'' or '’' or '.' or '‑' or '/';
}
