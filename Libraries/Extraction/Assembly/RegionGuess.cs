using Signet.Extraction.Lines;
using Signet.Extraction.People;
using Signet.Extraction.Signatures;
using Signet.Extraction.Vocabulary;

namespace Signet.Extraction.Assembly;

/// <summary>The country as in which national numbers are read.</summary>
/// <param name="IsSaid">Whether the mail says so; else it is the mailbox's.</param>
internal readonly record struct Region(string Code, bool IsSaid);

/// <summary>
/// Guesses the region: the address tells it best, then a country that a line names, then the mail domain, then the mailbox, unless the signature's
/// language is not spoken there: a French one in a German mailbox is likelier from France.
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
        var spoken = LanguageGuess.Of(signature, [], null) is { } language ? Languages.CountriesOf(language) : [];
        return new(spoken.Count == 0 || spoken.Contains(fallback) ? fallback : spoken[0], IsSaid: false);
    }

    /// <summary>The country of the first address of the person's block that has one.</summary>
    public static Region? Of(IEnumerable<PostalAddress> addresses) =>
        addresses.FirstOrDefault(address => !address.IsFooter && address.CountryCode is not null) is { CountryCode: { } code } ? new(code, IsSaid: true) : null;
}
