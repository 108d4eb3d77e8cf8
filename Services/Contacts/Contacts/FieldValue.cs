using Signet.Contracts;

namespace Signet.Contacts.Contacts;

/// <summary>What a field says, without where it came from.</summary>
public sealed record FieldValue(FieldKind Kind, string Value, PhoneType? PhoneType)
{
    /// <summary>From the names under which enumerations are stored.</summary>
    /// <param name="phoneType">Null or empty for none.</param>
    public static FieldValue OfStored(string kind, string value, string? phoneType) =>
        new(Enum.Parse<FieldKind>(kind), value, string.IsNullOrEmpty(phoneType) ? null : Enum.Parse<PhoneType>(phoneType));
}
