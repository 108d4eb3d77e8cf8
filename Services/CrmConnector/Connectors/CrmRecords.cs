using Signet.Contracts;

namespace Signet.CrmConnector.Connectors;

/// <summary>What opens one organisation's CRM. Lives in memory for the length of a call; at rest it is sealed.</summary>
/// <param name="Instance">The organisation's own address at the vendor; checked by the outbound guard.</param>
/// <param name="Secret">Access token, key or password, by the connector's <see cref="ConnectionMethod"/>.</param>
public sealed record CrmCredentials(Uri Instance, string? UserName, string Secret)
{
    /// <summary>Keeps the secret out of logs and messages.</summary>
    public override string ToString() => Instance.Host;
}

/// <summary>A person as it is to stand in the CRM: our fields; the connector knows their names over there.</summary>
public sealed record CrmPerson(IReadOnlyList<CrmValue> Values);

/// <summary>A field and its value.</summary>
public sealed record CrmValue(FieldKind Kind, string Value, PhoneType? PhoneType = null);

/// <summary>A record in the CRM.</summary>
/// <param name="Type">What the system calls it: "Contact", "Lead".</param>
/// <param name="Version">ETag, row version or time of change, whatever makes an update conditional; null when the system has nothing of the kind.</param>
/// <param name="Address">Where a person can look at it.</param>
public sealed record CrmRecord(string Type, string Id, string? Version, Uri? Address);

/// <summary>A record that may be the same person.</summary>
/// <param name="Score">0 to 1.</param>
/// <param name="Reasons">The fields that agree. Addresses that many share (info@) do not count as agreement of persons.</param>
public sealed record CrmMatch(CrmRecord Record, CrmPerson Person, double Score, IReadOnlyList<FieldKind> Reasons);

/// <summary>What the CRM demands of a person's record.</summary>
public sealed record CrmSchema(IReadOnlyList<CrmField> Fields);

/// <summary>A field of the CRM.</summary>
/// <param name="Choices">The values allowed; empty when any is.</param>
public sealed record CrmField(string Name, FieldKind? Kind, bool Required, bool Writable, int? MaxLength, IReadOnlyList<string> Choices);
