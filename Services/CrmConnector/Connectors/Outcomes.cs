using Signet.Contracts;

namespace Signet.CrmConnector.Connectors;

/// <summary>How an attempt to connect ended.</summary>
public abstract record ConnectOutcome
{
    private ConnectOutcome()
    {
    }

    /// <param name="Account">Whose account it is, in the CRM's words, so that a person sees that it is the right one.</param>
    public sealed record Connected(string Account) : ConnectOutcome;

    /// <param name="Code">A code of ours; the web app has the words for it.</param>
    public sealed record Refused(string Code) : ConnectOutcome;
}

/// <summary>How a write ended. Faults of the network before anything was sent are exceptions; everything after that is one of these.</summary>
public abstract record WriteOutcome
{
    private WriteOutcome()
    {
    }

    /// <param name="Record">As read back after the write.</param>
    /// <param name="Differences">Fields that the system stored otherwise than it was told.</param>
    /// <param name="Evidence">The system's own answer.</param>
    public sealed record Written(CrmRecord Record, IReadOnlyList<FieldKind> Differences, ReadOnlyMemory<byte> Evidence) : WriteOutcome;

    /// <param name="Overridable">Whether the system lets a person insist.</param>
    public sealed record Duplicate(IReadOnlyList<CrmMatch> Matches, bool Overridable) : WriteOutcome;

    /// <summary>The record changed since it was read: nothing was written.</summary>
    public sealed record Stale(CrmMatch Current) : WriteOutcome;

    /// <param name="Codes">By our field; the web app has the words for the codes.</param>
    public sealed record Invalid(IReadOnlyDictionary<FieldKind, string> Codes) : WriteOutcome;

    /// <summary>The connection lost its permission and a person must grant it again.</summary>
    public sealed record ReconnectNeeded : WriteOutcome;

    /// <summary>A rate limit: nothing was written, and it is worth trying again then.</summary>
    public sealed record Limited(DateTimeOffset Until) : WriteOutcome;

    /// <summary>The request was sent and no answer came. Whether it was carried out is not known.</summary>
    public sealed record Unknown : WriteOutcome;
}
