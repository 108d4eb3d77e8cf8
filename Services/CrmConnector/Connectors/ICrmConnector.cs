using Signet.Contracts;

namespace Signet.CrmConnector.Connectors;

/// <summary>
/// One CRM system. A vendor is one class; its quirks (status codes, envelopes, what a refusal looks like) stay in that class and come out as the
/// outcomes named here. Every connector keeps to these rules:
/// <list type="number">
/// <item>It never repeats a write whose result is unknown. It says <see cref="WriteOutcome.Unknown"/>, and <see cref="FindWrittenAsync"/> is asked first.</item>
/// <item>After every write it reads back and compares: systems answer 200 and drop or rewrite values.</item>
/// <item>The system's own duplicate refusal is a normal outcome, because search and create race, and search indexes lag.</item>
/// <item>An update is conditional on the version that was read, with the strongest means that the system has.</item>
/// </list>
/// </summary>
public interface ICrmConnector
{
    /// <summary>Stable: it is stored with connections and exports.</summary>
    string Id { get; }

    /// <summary>The vendor's spelling.</summary>
    string Name { get; }

    ConnectionMethod Method { get; }

    /// <summary>Tries the credentials and says whose account they open.</summary>
    Task<ConnectOutcome> ConnectAsync(CrmCredentials credentials, CancellationToken cancel);

    /// <summary>The fields of the system's person records as the connected user sees them, so that values are checked before they are sent.</summary>
    Task<CrmSchema> DescribeAsync(CrmCredentials credentials, CancellationToken cancel);

    /// <summary>Records that may be the same person (P10), each with the reason.</summary>
    Task<IReadOnlyList<CrmMatch>> FindDuplicatesAsync(CrmCredentials credentials, CrmPerson person, CancellationToken cancel);

    /// <summary>Creates the record, marked with <paramref name="reference"/> as far as the system can hold one.</summary>
    Task<WriteOutcome> CreateAsync(CrmCredentials credentials, CrmPerson person, Guid reference, CancellationToken cancel);

    /// <summary>Changes the named fields of a record, if it still is at the version of <paramref name="record"/>.</summary>
    Task<WriteOutcome> UpdateAsync(CrmCredentials credentials, CrmRecord record, CrmPerson person, Guid reference, CancellationToken cancel);

    /// <summary>What an earlier write with this reference left behind; null when it left nothing, so that it may be sent again.</summary>
    Task<CrmRecord?> FindWrittenAsync(CrmCredentials credentials, CrmPerson person, Guid reference, CancellationToken cancel);
}
