using System.Globalization;
using Microsoft.Extensions.Localization;
using Signet.Contracts;
using Signet.Web.Fields;

namespace Signet.Web.Duplicates;

/// <summary>
/// Why two records may be one, in the person's language. Texts are written as they stand inside a sentence ("same mobile number"); a capital in front
/// is put there here, because it can be made in every language and unmade in none.
/// </summary>
public sealed class ReasonWords(IStringLocalizer<Texts> texts, FieldWords fields)
{
    private const int MostInSentence = 3;

    /// <summary>Longer values belong into the list of reasons.</summary>
    private const int LongestInSentence = 44;

    /// <summary>Below this a reason hardly moves the odds.</summary>
    private const double Weighs = .5;

    /// <summary>The score as a probability. Only a person can be certain.</summary>
    public static double Likelihood(double score) => Math.Min(.999, 1 / (1 + Math.Pow(2, -score)));

    /// <summary>The weightiest reasons: what speaks for it, then what speaks against.</summary>
    public string Sentence(IReadOnlyList<DuplicateReason> reasons)
    {
        var weighty = reasons.Where((reason, index) => index == 0 || Math.Abs(reason.Bits) >= Weighs).Take(MostInSentence).OrderBy(reason => reason.Bits <= 0);
        var sentence = string.Join(texts["Why_And"], weighty.Select(InSentence));
        return sentence.Length == 0 ? "" : texts["Why_Sentence", Capital(sentence)];
    }

    /// <summary>A reason without its values.</summary>
    public string Title(DuplicateReason reason) => Capital(Words(reason) ?? reason.Text);

    /// <summary>The values that a reason is about, or how many contacts share them; null when there is nothing to add.</summary>
    public string? Detail(DuplicateReason reason)
    {
        if (Words(reason) is null) return null; // its English text says it all
        if (reason.Sharers is > 1 and var sharers) return texts["Why_Sharers", Formats.Number(sharers)];
        return (Given(reason), Found(reason)) switch
        {
            ({ } given, { } found) when given != found => texts["Why_Values", given, found],
            var (given, found) => given ?? found,
        };
    }

    /// <summary>"+ 8.1", "− 6.7".</summary>
    public string Bits(DuplicateReason reason) => texts[reason.Bits < 0 ? "Why_Against" : "Why_For", Math.Abs(reason.Bits).ToString("0.0", CultureInfo.CurrentCulture)];

    private string InSentence(DuplicateReason reason)
    {
        if (Words(reason) is not { } words) return reason.Text;
        if (reason.Sharers is > 1 and var sharers) return texts["Why_Shared", words, Formats.Number(sharers)];
        return !IsSame(reason) && Given(reason) is { } given && Found(reason) is { } found && given != found && given.Length + found.Length <= LongestInSentence
            ? texts["Why_Pair", words, given, found]
            : words;
    }

    /// <summary>Null for a code that came after this page.</summary>
    private string? Words(DuplicateReason reason)
    {
        var words = texts[$"Reason_{reason.Code}"];
        return words.ResourceNotFound ? null : words.Value;
    }

    private string? Given(DuplicateReason reason) => Shown(reason, reason.Given);

    private string? Found(DuplicateReason reason) => Shown(reason, reason.Found);

    private string? Shown(DuplicateReason reason, string? value) => value is null || !IsPhone(reason) ? value : fields.Shown(FieldKind.Phone, value);

    private static bool IsPhone(DuplicateReason reason) => reason.Code.Contains("phone", StringComparison.OrdinalIgnoreCase) || reason.Code.StartsWith("mobile", StringComparison.Ordinal);

    private static bool IsSame(DuplicateReason reason) => reason.Code.EndsWith("Same", StringComparison.Ordinal);

    private static string Capital(string text) => text.Length == 0 ? text : string.Concat(text[..1].ToUpper(CultureInfo.CurrentCulture), text.AsSpan(1));
}
