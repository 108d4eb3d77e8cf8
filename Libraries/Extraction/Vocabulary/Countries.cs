using System.Collections.Frozen;
using Signet.Extraction.Text;

namespace Signet.Extraction.Vocabulary;

/// <summary>Names of countries, and what a country means for the reading of addresses and phone numbers.</summary>
internal static class Countries
{
    private static readonly FrozenDictionary<string, string> Names = Table.Keyed("countries")
        .SelectMany(entry => entry.Words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => (Key: Folding.Key(name), Code: entry.Key)))
        .DistinctBy(entry => entry.Key)
        .ToFrozenDictionary(entry => entry.Key, entry => entry.Code);

    private static readonly FrozenSet<string> Codes = Names.Values.ToFrozenSet();

    private static readonly FrozenDictionary<string, string> TopLevel = new Dictionary<string, string>
    {
        ["uk"] = "GB", ["berlin"] = "DE", ["hamburg"] = "DE", ["koeln"] = "DE", ["bayern"] = "DE", ["wien"] = "AT", ["swiss"] = "CH", ["gov"] = "US", ["mil"] = "US",
    }.ToFrozenDictionary();

    /// <summary>The code for a name as it stands in an address, or for an upper-case code; null when it is none.</summary>
    public static string? Of(ReadOnlySpan<char> text)
    {
        text = text.Trim().Trim("().,;-–|*");
        if (text.Length is < 2 or > 40) return null;
        if (Names.TryGetValue(Folding.Key(text), out var code)) return code;
        return text.Length == 2 && char.IsUpper(text[0]) && char.IsUpper(text[1]) && Codes.Contains(text.ToString()) ? text.ToString() : null;
    }

    /// <summary>The country of a mail domain, when its last label says so.</summary>
    public static string? OfDomain(string domain)
    {
        var last = domain[(domain.LastIndexOf('.') + 1)..].ToUpperInvariant();
        if (last == "UK") return "GB";
        if (TopLevel.TryGetValue(last.ToLowerInvariant(), out var code)) return code;
        // Letters that the world uses for something else.
        return last is "IO" or "CO" or "ME" or "TV" or "AI" or "CC" or "TO" or "EU" ? null : Codes.Contains(last) ? last : null;
    }
}
