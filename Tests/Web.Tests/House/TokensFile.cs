using System.Text.RegularExpressions;

namespace Signet.Web.Tests.House;

/// <summary>tokens.css as name and value, per theme.</summary>
internal sealed partial class TokensFile
{
    private readonly string text = File.ReadAllText(Repository.Web("wwwroot", "ui", "tokens.css"));

    public IReadOnlyDictionary<string, string> Light => Read(text[text.IndexOf(":root {", StringComparison.Ordinal)..text.IndexOf("[data-density", StringComparison.Ordinal)]);

    public IReadOnlyDictionary<string, string> DarkBySystem => Read(Block(":root:not([data-theme=\"light\"]) {"));

    public IReadOnlyDictionary<string, string> DarkByChoice => Read(Block(":root[data-theme=\"dark\"] {"));

    private string Block(string opening)
    {
        var start = text.IndexOf(opening, StringComparison.Ordinal);
        return text[start..text.IndexOf('}', start)];
    }

    private static Dictionary<string, string> Read(string block) =>
        Declaration().Matches(Comment().Replace(block, "")).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value.Trim());

    [GeneratedRegex(@"--sg-([a-z0-9-]+)\s*:\s*([^;]+);")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
