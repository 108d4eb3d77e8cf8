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

    /// <summary>The code for a name that is written out ("Italien", "U.S.A."), wherever it stands; null when it is none.</summary>
    public static string? Named(ReadOnlySpan<char> text)
    {
        text = Bare(text);
        return text.Length is >= 2 and <= 40 && Names.TryGetValue(Folding.Key(text), out var code) ? code : null;
    }

    /// <summary>
    /// The code for a name or a code ("IT"). A code names a country only beside a postcode and a city: behind a function IT and HR are departments,
    /// behind a name MA is a degree, behind an American city IL is a state.
    /// </summary>
    public static string? BesidePlace(ReadOnlySpan<char> text) => Named(text) ?? (IsCode(text) ? Bare(text).ToString() : null);

    public static bool IsCode(ReadOnlySpan<char> text) => Bare(text) is { Length: 2 } code && Codes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(code);

    /// <summary>The country of a mail domain, when its last label says so.</summary>
    public static string? OfDomain(string domain)
    {
        var last = domain[(domain.LastIndexOf('.') + 1)..].ToUpperInvariant();
        if (last == "UK") return "GB";
        if (TopLevel.TryGetValue(last.ToLowerInvariant(), out var code)) return code;
        // Letters that the world uses for something else.
        return last is "IO" or "CO" or "ME" or "TV" or "AI" or "CC" or "TO" or "EU" ? null : Codes.Contains(last) ? last : null;
    }

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> text) => text.Trim().Trim("().,;-–|*");
}
