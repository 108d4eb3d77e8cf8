using System.Text;

namespace Signet.Matching.Normalisation;

internal static class UnicodeForms
{
    /// <summary>One form for all, and one for what only looks different ("ﬁ" and "fi").</summary>
    public static string Normalized(this string text) => InForm(text, NormalizationForm.FormKC);

    /// <summary>Letters with their marks in one.</summary>
    public static string Composed(this string text) => InForm(text, NormalizationForm.FormC);

    // Half a surrogate pair, which has no form, is replaced.
    private static string InForm(string text, NormalizationForm form)
    {
        if (Ascii.IsValid(text)) return text;
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0)
            text = string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
        return text.Normalize(form);
    }
}
