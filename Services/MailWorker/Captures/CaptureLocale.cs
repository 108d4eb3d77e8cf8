using System.Security.Claims;
using Signet.Contracts;
using Signet.Extraction;
using Signet.Extraction.Lines;
using Signet.ServiceDefaults;

namespace Signet.MailWorker.Captures;

/// <summary>What a mail is read by where it says nothing itself: the request's own words, else the organisation's (in the token), else the operator's.</summary>
internal static class CaptureLocale
{
    public static ExtractionOptions Of(string? region, string? language, ClaimsPrincipal caller, CaptureOptions options)
    {
        var (ofLanguage, ofRegion) = Split(caller.FindFirstValue(InternalToken.Locale));
        return new(region ?? ofRegion ?? options.DefaultRegion, language ?? ofLanguage);
    }

    /// <summary>Faults of the request's own words, by parameter; null when there are none.</summary>
    public static IDictionary<string, string[]>? Check(string? region, string? language)
    {
        var errors = new Dictionary<string, string[]>();
        if (region is not null && !PhoneRegions.IsKnown(region)) errors["region"] = ["Must be an ISO 3166-1 country code in capitals, like DE."];
        if (language is not null && !IsoCodes.Languages.Contains(language)) errors["language"] = ["Must be an ISO 639-1 language code in small letters, like de."];
        return errors.Count == 0 ? null : errors;
    }

    /// <summary>"de-DE". A territory without phone numbers of its own decides nothing.</summary>
    private static (string? Language, string? Region) Split(string? locale) =>
        locale?.Split('-') is [{ Length: 2 } language, { Length: 2 } region] ? (language, PhoneRegions.IsKnown(region) ? region : null) : (null, null);
}
