using PhoneNumbers;

namespace Signet.Extraction.Lines;

/// <summary>The regions that phone numbers can be read for.</summary>
public static class PhoneRegions
{
    /// <summary>Whether it is an ISO 3166-1 alpha-2 code, in capitals, with a numbering plan.</summary>
    public static bool IsKnown(string region) => region is { Length: 2 } && PhoneNumberUtil.GetInstance().GetSupportedRegions().Contains(region);
}
