namespace Signet.Web.Fields;

/// <summary>ISO 3166-1 alpha-2, with names in the person's language.</summary>
public static class Countries
{
    private static List<(string Code, string Name)>? all;

    /// <summary>Sorted by name; named once, because the browser is asked for each.</summary>
    public static IReadOnlyList<(string Code, string Name)> All(FieldWords words) =>
        all ??= [.. Contracts.IsoCodes.Regions.Select(code => (code, words.Shown(Contracts.FieldKind.Country, code))).OrderBy(country => country.Item2, StringComparer.CurrentCulture)];
}
