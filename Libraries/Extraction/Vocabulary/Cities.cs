using System.Collections.Frozen;
using Signet.Extraction.Text;

namespace Signet.Extraction.Vocabulary;

/// <summary>Large cities whose country nobody doubts.</summary>
internal static class Cities
{
    private static readonly FrozenDictionary<string, string> Countries = Table.Keyed("cities")
        .SelectMany(line => line.Words.Split(", "), (line, city) => (City: Folding.Key(city), line.Key))
        .ToFrozenDictionary(entry => entry.City, entry => entry.Key);

    public static string? CountryOf(string city) => Countries.GetValueOrDefault(Folding.Key(city));
}
