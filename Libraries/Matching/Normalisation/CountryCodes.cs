using System.Collections.Frozen;

namespace Signet.Matching.Normalisation;

/// <summary>ISO codes of countries by code, car sign and name.</summary>
internal static class CountryCodes
{
    private static readonly FrozenDictionary<string, string> Codes = Read();

    /// <summary>Empty when unknown.</summary>
    public static string Read(string country) => Codes.GetValueOrDefault(TextFold.Fold(country), "");

    private static FrozenDictionary<string, string> Read()
    {
        var codes = new Dictionary<string, string> { ["d"] = "DE", ["a"] = "AT" };
        foreach (var line in Table.Lines("countries"))
        {
            codes.TryAdd(TextFold.Fold(line[..2]), line[..2]);
            foreach (var name in line[2..].Split(',')) codes.TryAdd(TextFold.Fold(name), line[..2]);
        }
        return codes.ToFrozenDictionary();
    }
}
