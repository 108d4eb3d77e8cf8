namespace Signet.CrmConnector.Exports;

/// <summary>
/// One contact on its way into one CRM, written down before the CRM is asked, so that it gets there exactly once: after a crash the record says
/// whether a request may be out there whose answer nobody heard. The id is the reference that the CRM's record is marked with.
/// </summary>
public sealed class ExportRecord
{
    private ExportRecord()
    {
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid ContactId { get; private set; }

    /// <summary>The contact's version that is being written.</summary>
    public int ContactVersion { get; private set; }

    public Guid ConnectionId { get; private set; }

    /// <summary>The connector's id.</summary>
    public string Connector { get; private set; } = "";

    public ExportState State { get; private set; }

    public Guid RequestedBy { get; private set; }

    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>When the last request left.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    public string? RecordType { get; private set; }

    public string? RecordId { get; private set; }

    public string? RecordVersion { get; private set; }

    /// <summary>The CRM's own answer, sealed. It holds contact data and ends with the contact.</summary>
    public byte[]? Evidence { get; private set; }

    /// <summary>Grows with every change; guards against two workers taking one step.</summary>
    public int Version { get; private set; }

    public static ExportRecord Prepare(
        Guid organizationId, Guid contactId, int contactVersion, Guid connectionId, string connector, Guid requestedBy, DateTimeOffset now) => new()
    {
        OrganizationId = organizationId,
        Id = Guid.CreateVersion7(now),
        ContactId = contactId,
        ContactVersion = contactVersion,
        ConnectionId = connectionId,
        Connector = connector,
        RequestedBy = requestedBy,
        RequestedAt = now,
        State = ExportState.Prepared,
        Version = 1,
    };

    /// <summary>Before the request leaves. False when one is out already, or all is over: then nothing may be sent.</summary>
    public bool TrySend(DateTimeOffset now) => TryStep(ExportState.Prepared, ExportState.Sent, () => SentAt = now);

    /// <summary>The CRM was asked and has nothing of this export, so it may be sent again.</summary>
    public bool TryPrepareAgain() => TryStep(ExportState.Sent, ExportState.Prepared, () => SentAt = null);

    /// <summary>The CRM has it.</summary>
    public bool TrySettle(string recordType, string recordId, string? recordVersion, byte[] sealedEvidence, DateTimeOffset now) =>
        TryStep(ExportState.Sent, ExportState.Written, () =>
        {
            (RecordType, RecordId, RecordVersion) = (recordType, recordId, recordVersion);
            (Evidence, SettledAt) = (sealedEvidence, now);
        });

    /// <summary>The CRM refused, and a person decides what comes next.</summary>
    public bool TryRefuse(byte[]? sealedEvidence, DateTimeOffset now) =>
        TryStep(ExportState.Sent, ExportState.Refused, () => (Evidence, SettledAt) = (sealedEvidence, now));

    private bool TryStep(ExportState from, ExportState to, Action change)
    {
        if (State != from)
        {
            return false;
        }

        change();
        State = to;
        Version++;
        return true;
    }
}

/// <summary>Where an export stands. Only <see cref="Sent"/> is a state of not knowing.</summary>
public enum ExportState
{
    Prepared,
    Sent,
    Written,
    Refused,
}
