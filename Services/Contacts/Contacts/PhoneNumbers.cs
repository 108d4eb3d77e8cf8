using PhoneNumbers;

namespace Signet.Contacts.Contacts;

/// <summary>Phone numbers in E.164 with ";ext=" (RFC 3966).</summary>
public static class PhoneNumbers
{
    private const string Help = "Write it with the country code, for example +49 69 90009420.";

    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();

    /// <summary>Countries without a numbering plan of their own, which the library does not list.</summary>
    private static readonly HashSet<string> WithoutPlan = ["AQ", "BV", "GS", "HM", "PN", "TF", "UM"];

    private static readonly HashSet<string> Regions = [.. Library.GetSupportedRegions(), .. WithoutPlan];

    /// <summary>Whether the upper-case code is a country's or territory's in ISO 3166-1.</summary>
    public static bool IsRegion(string code) => Regions.Contains(code);

    /// <param name="country">Reads numbers without country code; null refuses them.</param>
    public static (string Value, string? Error) Normalise(string value, string? country)
    {
        PhoneNumber number;
        try
        {
            number = Library.Parse(value, country);
        }
        catch (NumberParseException refused) when (refused.ErrorType is ErrorType.INVALID_COUNTRY_CODE)
        {
            return (value, $"Has no country code. {Help}");
        }
        catch (NumberParseException)
        {
            return (value, $"Is no phone number. {Help}");
        }
        // Possible, not assigned: numbering plans change faster than any library.
        if (Library.IsPossibleNumberWithReason(number) is not PhoneNumberUtil.ValidationResult.IS_POSSIBLE) return (value, $"Is too short or too long for a phone number. {Help}");
        var e164 = Library.Format(number, PhoneNumberFormat.E164);
        return (number.HasExtension ? $"{e164};ext={number.Extension}" : e164, null);
    }
}
