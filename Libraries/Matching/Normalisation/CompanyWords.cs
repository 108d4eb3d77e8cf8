using System.Collections.Frozen;

namespace Signet.Matching.Normalisation;

/// <summary>The words of a company's name without its legal form and without "and".</summary>
internal static class CompanyWords
{
    private const int MostWords = 8;
    private const int LongestForm = 6;
    private const int LongestLetters = 48;

    private static readonly FrozenSet<string> LegalForms =
        Table.Lines("legal-forms").Concat(Table.Lines("legal-forms-in-full")).Select(Squeezed).Where(form => form.Length > 1).ToFrozenSet();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SqueezedForms = LegalForms.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> Connectors = FrozenSet.Create(StringComparer.Ordinal, "und", "and", "et", "u", "y", "the", "und");

    /// <summary>Empty when nothing is left. A name that is nothing but a legal form stays as it is.</summary>
    public static string[] Read(string company)
    {
        var all = TextFold.Fold(Mojibake.Repair(company)).Split(' ', StringSplitOptions.RemoveEmptyEntries).AsSpan();
        if (all.Length > 2 * MostWords) all = all[..(2 * MostWords)];
        var end = WithoutForms(all);
        var words = new List<string>(end);
        foreach (var word in all[..end])
            if (words.Count < MostWords && (!Connectors.Contains(word) || end == 1)) words.Add(word);
        return words.Count > 0 ? [.. words] : [.. all[..end]];
    }

    private static int WithoutForms(ReadOnlySpan<string> words)
    {
        var end = words.Length;
        while (end > 1)
        {
            var taken = 0;
            for (var count = Math.Min(LongestForm, end - 1); count > 0 && taken == 0; count--)
                if (IsLegalForm(words.Slice(end - count, count))) taken = count;
            if (taken == 0 && end < words.Length && Connectors.Contains(words[end - 1])) taken = 1;
            if (taken == 0) return end;
            end -= taken;
        }
        return end;
    }

    private static bool IsLegalForm(ReadOnlySpan<string> words)
    {
        Span<char> squeezed = stackalloc char[LongestLetters];
        var length = 0;
        foreach (var word in words)
        {
            if (length + word.Length > LongestLetters) return false;
            word.CopyTo(squeezed[length..]);
            length += word.Length;
        }
        return SqueezedForms.Contains(squeezed[..length]);
    }

    private static string Squeezed(string form) => TextFold.Fold(form).Replace(" ", "", StringComparison.Ordinal);
}
