using System.Collections.Frozen;

namespace Signet.Matching.Normalisation;

/// <summary>The words of a person's name without titles and particles, taken apart into given and family names.</summary>
internal readonly record struct PersonName(string[] First, string[] Last)
{
    public static PersonName None { get; } = new([], []);
}

/// <summary>Reads names from fields that people fill in every way: titles in the name, "Muster, Erika" in one field, the whole name in the wrong one.</summary>
internal static class PersonNames
{
    private const int MostWords = 6;

    private static readonly FrozenSet<string> Titles = Table.Words("academic-titles", "pre").Concat(Table.Words("academic-titles", "sal")).Select(TextFold.Fold).ToFrozenSet();
    private static readonly FrozenSet<string> BehindTitles = Table.Words("academic-titles", "dot").Select(TextFold.Fold).ToFrozenSet();
    private static readonly FrozenSet<string> BehindNames = Table.Words("academic-titles", "post").Select(TextFold.Fold).ToFrozenSet();
    private static readonly FrozenSet<string> Particles = Table.Words("particles").Select(TextFold.Fold).ToFrozenSet();

    public static PersonName Read(IReadOnlyList<string> first, IReadOnlyList<string> last, IReadOnlyList<string> full)
    {
        var firstWords = Units(first);
        var lastWords = Units(last);
        if (firstWords.Count == 0 && lastWords.Count == 0) return Split(full, Units(full));
        if (firstWords.Count == 0) return Split(last, lastWords);
        if (lastWords.Count == 0) return firstWords.Count == 1 ? new(Words(firstWords), []) : Split(first, firstWords);
        if (CommaAt(last) is > 0 and var comma && comma < lastWords.Count) return new(Words([.. lastWords[comma..], .. firstWords]), Words(lastWords[..comma]));
        return new(Words(firstWords), Words(lastWords));
    }

    // One field has both names: "Muster, Erika", "Erika von der Muster", "Erika Anna Muster".
    private static PersonName Split(IReadOnlyList<string> values, List<string> units)
    {
        if (units.Count == 0) return PersonName.None;
        var comma = CommaAt(values);
        if (comma > 0 && comma < units.Count) return new(Words(units[comma..]), Words(units[..comma]));
        if (units.Count == 1) return new([], Words(units));
        return new(Words(units[..^1]), Words(units[^1..]));
    }

    private static int CommaAt(IReadOnlyList<string> values)
    {
        foreach (var value in values)
            if (value.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma) return Units([value[..comma]]).Count;
        return -1;
    }

    /// <summary>Folded words; what a hyphen joins is one unit of several words. Titles and particles are gone, unless nothing else is there.</summary>
    private static List<string> Units(IReadOnlyList<string> values)
    {
        var all = new List<string>();
        foreach (var value in values)
        {
            if (IsOneWord(value))
            {
                if (TextFold.Fold(value) is { Length: > 0 } word && all.Count < MostWords) all.Add(word);
                continue;
            }
            foreach (var part in Mojibake.Repair(value).Replace(" - ", "-", StringComparison.Ordinal).Split([' ', ',', '\t', '\u00a0'], StringSplitOptions.RemoveEmptyEntries))
                if (TextFold.Fold(part) is { Length: > 0 } unit && all.Count < MostWords) all.Add(unit);
        }
        if (all.Count < 2) return all;
        return WithoutTitles(all);
    }

    private static bool IsOneWord(string value) => System.Text.Ascii.IsValid(value) && value.AsSpan().IndexOfAny(" ,\t") < 0;

    private static List<string> WithoutTitles(List<string> units)
    {
        var kept = new List<string>(units.Count);
        var behindTitle = false;
        foreach (var unit in units)
        {
            var squeezed = unit.Replace(" ", "", StringComparison.Ordinal);
            if (kept.Count == 0 && (Titles.Contains(squeezed) || behindTitle && BehindTitles.Contains(squeezed))) behindTitle = true;
            else if (!Particles.Contains(unit) && !(kept.Count > 1 && squeezed.Length > 2 && BehindNames.Contains(squeezed))) kept.Add(unit);
        }
        return kept.Count > 0 ? kept : units;
    }

    private static string[] Words(List<string> units) =>
        units is [var single] && !single.Contains(' ', StringComparison.Ordinal)
            ? [single]
            : [.. units.SelectMany(unit => unit.Split(' ')).Take(MostWords)];
}
