namespace Signet.Matching.Normalisation;

/// <summary>Reads the word tables that are embedded in the assembly. Lines that begin with # are comments.</summary>
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

    public static IEnumerable<string> Words(string name) =>
        Lines(name).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The words behind one key of a table whose lines are a key and words.</summary>
    public static IEnumerable<string> Words(string name, string key) =>
        Lines(name).Where(line => line.StartsWith(key + " ", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1));
}
