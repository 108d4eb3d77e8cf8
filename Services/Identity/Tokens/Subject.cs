using System.Text.Json;

namespace Signet.Identity.Tokens;

/// <summary>For whom an internal token is made, as found behind the credential that was shown.</summary>
/// <param name="SessionId">The session or personal access token; revoking it ends what is made here.</param>
/// <param name="Locale">Of the organisation; travels along so that no service has to ask for it.</param>
/// <param name="Actor">The <c>act</c> chain (RFC 8693, 4.1) of services between the gateway and the new caller.</param>
public sealed record Subject(Guid OrganizationId, Guid UserId, Guid SessionId, IReadOnlyList<string> Permissions, string Locale, JsonElement? Actor = null);

/// <summary>One kind of credential that can be swapped for an internal token.</summary>
public interface ISubjectReader
{
    /// <summary>The <c>subject_token_type</c>.</summary>
    string TokenType { get; }

    /// <summary>Whether this service may show such a credential at all.</summary>
    bool Accepts(string caller);

    /// <summary>The subject, or null when the credential is malformed, unknown, expired, revoked or not the caller's.</summary>
    ValueTask<Subject?> ReadAsync(string token, string caller, CancellationToken cancellationToken);
}
