using System.Reflection;

namespace Signet.Benchmarks.Extraction.Synthetic;

/// <summary>What the mails of a language and country are made of.</summary>
internal sealed class Locale(string language, string country)
{
    private readonly Dictionary<string, string[]> values = [];

    public static IReadOnlyList<Locale> All { get; } = Read();

    public string Language { get; } = language;

    public string Country { get; } = country;

    public IReadOnlyList<string> this[string key] => values[key];

    private static List<Locale> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("synthetic-locales") ?? throw new InvalidOperationException("The locales of synthetic mails are not embedded.");
        using var reader = new StreamReader(stream);
        var locales = new List<Locale>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == '[')
            {
                locales.Add(new(line[1..3], line[4..6]));
                continue;
            }

            var space = line.IndexOf(' ', StringComparison.Ordinal);
            locales[^1].values.Add(space < 0 ? line : line[..space], space < 0 ? [] : line[(space + 1)..].Split(';'));
        }

        return locales;
    }
}
