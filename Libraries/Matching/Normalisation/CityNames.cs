using System.Collections.Frozen;

namespace Signet.Matching.Normalisation;

/// <summary>One name for a city whatever the language: "Munich" is "München".</summary>
internal static class CityNames
{
    private static readonly FrozenDictionary<string, string> Names = Read();

    public static string Fold(string city)
    {
        var folded = TextFold.Fold(Mojibake.Repair(city));
        return Names.GetValueOrDefault(folded, folded);
    }

    private static FrozenDictionary<string, string> Read()
    {
        var names = new Dictionary<string, string>();
        foreach (var line in Table.Lines("city-names"))
        {
            var all = line.Split(' ').Select(name => TextFold.Fold(name.Replace('_', ' '))).ToArray();
            foreach (var name in all) names.TryAdd(name, all[0]);
        }
        return names.ToFrozenDictionary();
    }
}
