using System.Globalization;
using System.Text;

namespace Signet.Extraction.Text;

/// <summary>The form in which words are compared: lower case, umlauts written out, other marks dropped.</summary>
internal static class Folding
{
    public static string Fold(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text)) return string.Create(text.Length, text, static (folded, written) => written.ToLowerInvariant(folded));
        var folded = new StringBuilder(text.Length + 4);
        var plain = true;
        foreach (var c in text)
        {
            if (c < 128)
            {
                folded.Append(char.ToLowerInvariant(c));
                continue;
            }

            switch (char.ToLowerInvariant(c))
            {
                case 'ä' or 'æ': folded.Append("ae"); break;
                case 'ö' or 'œ': folded.Append("oe"); break;
                case 'ü': folded.Append("ue"); break;
                case 'ß': folded.Append("ss"); break;
                case 'ø': folded.Append('o'); break;
                case 'ł': folded.Append('l'); break;
                case 'ı': folded.Append('i'); break;
                case 'đ': folded.Append('d'); break;
                case '’' or '‘' or '`' or '´': folded.Append('\''); break;
                case '\u00a0' or '\u202f' or '\u2007': folded.Append(' '); break;
                case '–' or '—' or '‑' or '−': folded.Append('-'); break;
                default:
                    plain = false;
                    folded.Append(char.ToLowerInvariant(c));
                    break;
            }
        }

        return plain ? folded.ToString() : StripMarks(folded.ToString());
    }

    /// <summary>Letters and digits of the folded form only: how names, domains and companies are compared.</summary>
    public static string Key(ReadOnlySpan<char> text)
    {
        var folded = Fold(text);
        var key = new StringBuilder(folded.Length);
        foreach (var c in folded)
            if (char.IsLetterOrDigit(c)) key.Append(c);
        return key.ToString();
    }

    /// <summary>Half a surrogate pair cannot be normalised.</summary>
    private static string Paired(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else return new([.. text.Where(c => !char.IsSurrogate(c))]);
        }

        return text;
    }

    private static string StripMarks(string text)
    {
        var stripped = new StringBuilder(text.Length);
        foreach (var c in Paired(text).Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) stripped.Append(c);
        return stripped.ToString();
    }
}
