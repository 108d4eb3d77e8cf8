using PhoneNumbers;
using Signet.Contracts;
using Signet.Extraction.Text;

namespace Signet.Extraction.Lines;

/// <summary>
/// A number of which only the end is written, behind a whole one: "Tel. 0911/123-45, Fax -46", "Fax-DW 290", "F DW 50". The end takes the place of
/// what the whole number has behind its last hyphen, or of its extension.
/// </summary>
internal static class RelativeNumber
{
    private const int MostDigits = 4;

    /// <summary>A whole number as it was written, without what is dialled behind it.</summary>
    internal readonly record struct Trunk(string Written, PhoneNumber Number, bool HasExtension);

    /// <summary>The end with its label, from <paramref name="from"/> on; null when none stands there.</summary>
    public static (PhoneType? Type, string Digits, bool IsExtension, int Start, int End)? Find(string text, int from)
    {
        var i = from;
        while (i < text.Length && text[i] is ' ' or ',' or '|' or '/' or ';' or '\t' or '\u00a0') i++;
        var start = i;
        PhoneType? type = null;
        var (isLabelled, isExtension, hasHyphen) = (false, false, false);
        for (var words = 0; words < 3 && i < text.Length && char.IsLetter(text[i]); words++)
        {
            var end = i;
            while (end < text.Length && char.IsLetter(text[end])) end++;
            var word = Folding.Fold(text.AsSpan(i, end - i));
            if (isLabelled && LabelWords.IsExtension(word)) isExtension = true;
            else if (!isLabelled && LabelWords.TryPhone(word, out type)) isLabelled = true;
            else return null;
            while (end < text.Length && text[end] is '.' or ':' or ' ' or '-' or '–' or '\t') hasHyphen = text[end++] is '-' or '–' || hasHyphen && text[end - 1] == ' ';
            i = end;
        }

        var digits = i;
        while (i < text.Length && i <= digits + MostDigits && char.IsAsciiDigit(text[i])) i++;
        var ends = i == text.Length || text[i] is ',' or '|' or ';' or ')' or '\t' || text[i] is ' ' or '.' && (i + 1 == text.Length || !char.IsAsciiDigit(text[i + 1]));
        return isLabelled && (isExtension || hasHyphen) && ends && i - digits is > 0 and <= MostDigits ? (type, text[digits..i], isExtension, start, i) : null;
    }

    /// <summary>The trunk with another end; null when the trunk has no place for one.</summary>
    public static string? Replace(Trunk trunk, string digits, bool isExtension)
    {
        if (trunk.Written.LastIndexOfAny(['-', '–']) is var hyphen and > 3 && trunk.Written.Length - hyphen <= MostDigits + 2 && !trunk.HasExtension) return trunk.Written[..(hyphen + 1)] + digits;
        return isExtension ? $"{trunk.Written} ext. {digits}" : null;
    }
}
