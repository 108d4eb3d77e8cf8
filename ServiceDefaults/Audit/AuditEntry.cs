namespace Signet.ServiceDefaults;

/// <summary>
/// One thing that was done, written in the transaction that does it and never changed. Ids and values of settings, no contact data.
/// Sequence and chain come from the sealer; the hash fixes what it will seal.
/// </summary>
public sealed class AuditEntry
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    /// <summary>Whole microseconds, which is what Postgres keeps: the hash must come out the same after reading.</summary>
    public required DateTimeOffset At { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>The service that acted for the user.</summary>
    public required string? Actor { get; init; }

    public required Guid SessionId { get; init; }

    /// <summary>"contact.created".</summary>
    public required string Action { get; init; }

    public required string SubjectKind { get; init; }

    public required Guid SubjectId { get; init; }

    /// <summary>A JSON object of strings, keys in order.</summary>
    public required string Facts { get; init; }

    /// <summary>SHA-256 over everything above, in canonical form.</summary>
    public byte[] ContentHash { get; internal set; } = [];
}
