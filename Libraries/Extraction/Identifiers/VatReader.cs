using Signet.Extraction.Assembly;
using Signet.Extraction.Text;

namespace Signet.Extraction.Identifiers;

/// <summary>
/// Reads VAT ids: "USt-IdNr. DE 112 233 446", "P.IVA 01234567897", "CHE-123.456.788 MWST". An id that fails its country's check is none:
/// a wrong one is worse than a missing one.
/// </summary>
internal static class VatReader
{
    private const int LeastDigits = 6;
    private const int MostWordsBehindLabel = 6;

    private static readonly PhraseTable<string[]> Labels = new(
        from line in Table.Keyed("vat-labels")
        from label in line.Words.Split(", ")
        select (label, line.Key == "any" ? [] : line.Key.Split(',')));

    public static void Read(TextLine line, Contest found, StepCounter steps)
    {
        if (Count(line.Text) < LeastDigits) return;
        var words = line.Words;
        string[]? bare = null;
        var labelEnd = -1;
        for (var i = 0; i < words.Count; i++)
        {
            steps.Add(1);
            if (Labels.LongestAt(words, i) is var (countries, count))
            {
                bare = countries;
                labelEnd = i + count;
            }

            // An id stands right behind its label, or carries a prefix that its check digit confirms.
            var isLabelled = bare is not null && i - labelEnd <= MostWordsBehindLabel;
            if (At(line, words[i], isLabelled) is { } id) found.Enter(id);
            else if (isLabelled && i >= labelEnd && Bare(line, words[i], bare!) is { } unprefixed) found.Enter(unprefixed);
        }
    }

    private static Choice? At(TextLine line, Word word, bool isLabelled)
    {
        var text = line.Text;
        var prefix = text.Substring(word.Start, Math.Min(word.Length, 3)) is "CHE" ? "CHE" : text.Substring(word.Start, Math.Min(word.Length, 2));
        if (!VatFormats.IsPrefix(prefix) || !isLabelled && !VatFormats.HasCheck(prefix)) return null;
        if (Collect(text, word.Start + prefix.Length, prefix) is not var (id, end) || !isLabelled && !VatFormats.IsChecked(prefix, id)) return null;
        // A Swiss company's number is its VAT id only where it says so.
        if (prefix == "CHE") return SwissSuffix(text, end) is { } suffix ? Choose($"{Swiss(id)} {suffix}", end + 1 + suffix.Length) : isLabelled ? Choose($"{Swiss(id)} MWST", end) : null;
        return Choose(prefix + id, end);

        Choice Choose(string value, int stop) => new(value, line.Start + word.Start, stop - word.Start, isLabelled ? 0.97 : 0.85, isLabelled ? "vat.label" : "vat.format");
    }

    private static Choice? Bare(TextLine line, Word word, string[] countries)
    {
        foreach (var country in countries)
        {
            if (Collect(line.Text, word.Start, country) is not var (id, end)) continue;
            var value = country == "CHE" ? $"{Swiss(id)} MWST" : country + id;
            return new(value, line.Start + word.Start, end - word.Start, 0.9, "vat.label");
        }

        return null;
    }

    /// <summary>The shortest run of letters and digits that is an id of the country; blanks, dots and hyphens may part it.</summary>
    private static (string Id, int End)? Collect(string text, int start, string country)
    {
        var id = "";
        for (var i = start; i < text.Length && id.Length < VatFormats.Longest; i++)
        {
            if (char.IsAsciiLetterOrDigit(text[i])) id += text[i];
            else if (text[i] is ' ' or '.' or '-' or '\u00a0' or '/') continue;
            else if (text[i] == ':' && id.Length == 0) continue;
            else return null;

            if ((i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1])) && VatFormats.IsValid(country, id)) return (id, i + 1);
        }

        return null;
    }

    private static string? SwissSuffix(string text, int end)
    {
        foreach (var suffix in (ReadOnlySpan<string>)["MWST", "TVA", "IVA"])
            if (end + 1 + suffix.Length <= text.Length && text[end] == ' ' && text.AsSpan(end + 1, suffix.Length).Equals(suffix, StringComparison.OrdinalIgnoreCase)) return suffix;
        return null;
    }

    private static string Swiss(string digits) => $"CHE-{digits[..3]}.{digits[3..6]}.{digits[6..]}";

    private static int Count(string text)
    {
        var digits = 0;
        foreach (var c in text)
            if (char.IsAsciiDigit(c)) digits++;
        return digits;
    }
}
