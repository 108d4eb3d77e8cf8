using Signet.Contracts;
using Signet.Extraction.Lines;
using Signet.Extraction.People;
using Signet.Extraction.Signatures;
using Signet.Extraction.Vocabulary;

namespace Signet.Extraction.Assembly;

/// <summary>The country as in which national numbers are read.</summary>
/// <param name="IsSaid">Whether the mail says so; else it is the mailbox's.</param>
internal readonly record struct Region(string Code, bool IsSaid);

/// <summary>
/// Guesses the region: the address tells it best, then a country that a line names, then the domain of sender or signature, then the mailbox, unless the
/// signature's language is not spoken there: a French one in a German mailbox is likelier from France.
/// </summary>
internal static class RegionGuess
{
    /// <summary>What can be known before an address is read.</summary>
    public static Region Of(Signature signature, SenderIdentity? sender, string fallback)
    {
        foreach (var line in signature.Lines)
        {
            if (line.Trimmed.Length > 80) continue;
            // "Head of Sales, Germany"; codes ("Head of Sales, IT") name no country here.
            var comma = line.Trimmed.LastIndexOfAny([',', '|', '(']);
            if (Countries.Named(line.Trimmed.AsSpan(comma + 1)) is { } code) return new(code, IsSaid: true);
        }

        if (sender is not null && Countries.OfDomain(sender.Domain) is { } home) return new(home, IsSaid: true);
        var spoken = LanguageGuess.OfSignature(signature) is { } language ? Languages.CountriesOf(language) : [];
        return new(spoken.Count == 0 || spoken.Contains(fallback) ? fallback : spoken[0], IsSaid: false);
    }

    /// <summary>What the person's block says when it is read: the country of its address or, where nothing else tells, of its mail addresses and links.</summary>
    public static Region Of(SignatureReading reading)
    {
        if (reading.Addresses.FirstOrDefault(address => !address.IsFooter && address.CountryCode is not null) is { CountryCode: { } code }) return new(code, IsSaid: true);
        foreach (var address in reading.Addresses)
            if (!address.IsFooter && Cities.CountryOf(address.City.Value) is { } land) return new(land, IsSaid: true);
        if (reading.Region.IsSaid) return reading.Region;
        foreach (var point in reading.Points)
            if (!point.IsFooter && Domain(point) is { } domain && Countries.OfDomain(domain) is { } home) return new(home, IsSaid: true);
        return reading.Region;
    }

    private static string? Domain(ContactPoint point) => point.Kind switch
    {
        FieldKind.Email => point.Value[(point.Value.LastIndexOf('@') + 1)..],
        FieldKind.Website => LinkScan.HostOf(point.Value),
        _ => null,
    };
}
