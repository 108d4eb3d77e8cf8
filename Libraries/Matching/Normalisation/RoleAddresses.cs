using System.Collections.Frozen;

namespace Signet.Matching.Normalisation;

/// <summary>Mailboxes of an office, not of a person (RFC 2142 and what companies here use).</summary>
public static class RoleAddresses
{
    private static readonly FrozenSet<string> LocalParts = Table.Words("role-addresses").ToFrozenSet(StringComparer.Ordinal);

    /// <param name="address">Lower case.</param>
    public static bool Contains(string address) =>
        address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && LocalParts.Contains(address[..at]);
}
