using System.Collections.Frozen;

namespace Signet.Extraction.Text;

/// <summary>Reads the tables that are embedded in the assembly. Lines that begin with # are comments.</summary>
internal static class Table
{
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(Table).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The table {name} is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line;
    }

    /// <summary>A table of words.</summary>
    public static FrozenSet<string> Words(string name) =>
        Lines(name).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet();

    /// <summary>A table of phrases, one a line.</summary>
    public static FrozenSet<string> Phrases(string name) => Lines(name).Select(line => line.Trim()).ToFrozenSet();

    /// <summary>A table whose lines are a key and words.</summary>
    public static IEnumerable<(string Key, string Words)> Keyed(string name)
    {
        foreach (var line in Lines(name))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            yield return (line[..space], line[(space + 1)..]);
        }
    }
}
