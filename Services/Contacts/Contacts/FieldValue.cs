using Signet.Contracts;

namespace Signet.Contacts.Contacts;

/// <summary>What a field says, without where it came from.</summary>
public sealed record FieldValue(FieldKind Kind, string Value, PhoneType? PhoneType);
