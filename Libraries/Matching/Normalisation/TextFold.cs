using System.Globalization;
using System.Text;

namespace Signet.Matching.Normalisation;

/// <summary>
/// Brings different spellings of one word together: case, accents, compatibility forms, "ü", "ue" and "u".
/// A folded prefix is a prefix of the folded whole, so that typing on never loses a match.
/// </summary>
public static class TextFold
{
    private const int LongestOnStack = 256;

    /// <summary>Lower-case words of letters and digits, separated by single spaces. Never throws, and folding twice changes nothing.</summary>
    public static string Fold(string text)
    {
        if (text.Length <= LongestOnStack && Ascii.IsValid(text)) return FoldAscii(text);
        var folded = new StringBuilder(text.Length);
        foreach (var rune in Decomposed(text).EnumerateRunes())
            Append(folded, rune);
        if (folded is [.., ' ']) folded.Length--;
        return folded.ToString();
    }

    // Most values have nothing to decompose: the same rules without the detour.
    private static string FoldAscii(string text)
    {
        Span<char> folded = stackalloc char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            var letter = char.ToLowerInvariant(c);
            var before = length > 0 ? folded[length - 1] : ' ';
            if (letter is '\'' or '`' || letter == 'e' && before is 'a' or 'o' or 'u') continue;
            if (char.IsAsciiLetterOrDigit(letter)) folded[length++] = letter;
            else if (before != ' ') folded[length++] = ' ';
        }
        return new(folded[..length].TrimEnd(' '));
    }

    private static void Append(StringBuilder folded, Rune rune)
    {
        if (IsSilent(rune)) return;
        if (!Rune.IsLetterOrDigit(rune))
        {
            if (folded is [.., not ' ']) folded.Append(' ');
            return;
        }
        var letters = Plain(Rune.ToLowerInvariant(rune));
        foreach (var letter in letters)
            // "ae", "oe", "ue" are how a keyboard without umlauts writes "ä", "ö", "ü", which lose their dots here.
            if (letter != 'e' || folded is not [.., 'a' or 'o' or 'u'])
                folded.Append(letter);
    }

    // Unpaired surrogates make Normalize throw; runes replace them.
    private static string Decomposed(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0)
        {
            var whole = new StringBuilder(text.Length);
            foreach (var rune in text.EnumerateRunes()) whole.Append(rune.ToString());
            text = whole.ToString();
        }
        // Lower case first: a few capitals decompose differently from their small letters.
        return text.ToLowerInvariant().Normalize(NormalizationForm.FormKD);
    }

    // Accents, joiners and apostrophes separate nothing: "O'Brien" is one word.
    private static bool IsSilent(Rune rune) =>
        rune.Value is '\'' or '\u2019' or '\u2018' or '`'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    private static string Plain(Rune rune) => rune.Value switch
    {
        'ß' => "ss",
        'ø' or 'œ' => "o",
        'æ' => "a",
        'đ' or 'ð' => "d",
        'ł' => "l",
        'þ' => "th",
        'ı' => "i",
        'ħ' => "h",
        'ŧ' => "t",
        'ŋ' => "n",
        _ => rune.ToString(),
    };
}
