using System.Globalization;
using System.Text;

namespace Signet.Extraction.Text;

/// <summary>Keeps out of texts and values what shows nothing and only confuses: control characters, invisible and direction-changing marks.</summary>
public static class Cleaning
{
    /// <summary>Whether a character is kept in the draft's text.</summary>
    public static bool IsKept(char c) =>
        c is '\n' or '\t' || !char.IsControl(c) && c is not ('\u200b' or '\u200e' or '\u200f' or >= '\u202a' and <= '\u202e' or '\u2060' or >= '\u2066' and <= '\u2069' or '\ufeff' or '\u061c' or '\u00ad' or '\ufffe' or '\uffff');

    /// <summary>Whether Latin letters stand beside Cyrillic or Greek ones that look like them: a word that pretends to be another.</summary>
    public static bool MixesScripts(ReadOnlySpan<char> word)
    {
        bool latin = false, other = false;
        foreach (var c in word)
        {
            latin |= char.IsAsciiLetter(c) || c is >= '\u00c0' and <= '\u024f';
            other |= c is >= '\u0370' and <= '\u052f';
        }

        return latin && other;
    }

    /// <summary>One line of kept characters, at most <paramref name="longest"/> of them.</summary>
    public static string Line(string text, int longest)
    {
        var line = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var c in text)
        {
            // One more than is kept shows whether the last is half of a pair.
            if (line.Length > longest) break;
            if (c is '\n' or '\t' or '\r') line.Append(' ');
            else if (IsKept(c)) line.Append(c);
        }

        return line.ToString().Cut(longest).Trim();
    }

    /// <summary>A value as contacts stores it: blanks single, composed (NFC), whole characters; null when nothing is left or it is too long.</summary>
    public static string? Value(string value, int longest)
    {
        var clean = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1])) clean.Append(c).Append(value[++i]);
            else if (char.IsSurrogate(c)) continue;
            else if (char.IsWhiteSpace(c)) Blank(clean);
            else if (IsKept(c) && char.GetUnicodeCategory(c) is not (UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse)) clean.Append(c);
        }

        var text = clean.ToString().Trim().Normalize(NormalizationForm.FormC);
        return text.Length == 0 || text.Length > longest ? null : text;
    }

    private static void Blank(StringBuilder clean)
    {
        if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
    }
}
