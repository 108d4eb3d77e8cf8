using System.Collections.Frozen;

namespace Signet.Matching.Normalisation;

/// <summary>Short, pet and sister forms of given names: "Bob" can be Robert, "Kasia" Katarzyna.</summary>
internal static class GivenNameForms
{
    private static readonly FrozenDictionary<string, int[]> Lines = Read();

    /// <summary>The numbers of the table's lines that have the name, negative where it is the first; empty for most names.</summary>
    public static int[] Of(string name) => Lines.GetValueOrDefault(name, []);

    /// <summary>Whether one is a form of the other; two forms of a third name need not be one person's.</summary>
    public static bool Share(int[] one, int[] other)
    {
        foreach (var line in one)
            if (Array.IndexOf(other, -line) >= 0 || line < 0 && Array.IndexOf(other, line) >= 0) return true;
        return false;
    }

    private static FrozenDictionary<string, int[]> Read()
    {
        var lines = new Dictionary<string, List<int>>();
        var number = 0;
        foreach (var line in Table.Lines("given-name-forms"))
        {
            number++;
            var isHead = true;
            foreach (var name in line.Split(' '))
            {
                var folded = TextFold.Fold(name);
                if (!lines.TryGetValue(folded, out var numbers)) lines[folded] = numbers = [];
                numbers.Add(isHead ? -number : number);
                isHead = false;
            }
        }
        return lines.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Distinct().ToArray());
    }
}
