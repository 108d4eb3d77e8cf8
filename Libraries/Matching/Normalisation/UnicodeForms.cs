using System.Text;

namespace Signet.Matching.Normalisation;

internal static class UnicodeForms
{
    /// <summary>One Unicode form for all. Half a surrogate pair, which has none, is left out.</summary>
    public static string Normalized(this string text)
    {
        if (Ascii.IsValid(text)) return text;
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0)
            text = string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
        return text.Normalize(NormalizationForm.FormKC);
    }
}
