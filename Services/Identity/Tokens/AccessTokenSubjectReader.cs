using Signet.Identity.AccessTokens;
using Signet.ServiceDefaults;

namespace Signet.Identity.Tokens;

/// <summary>A personal access token: what its scopes and its owner both allow.</summary>
internal sealed class AccessTokenSubjectReader(AccessTokenStore tokens) : ISubjectReader
{
    public string TokenType => "urn:signet:params:oauth:token-type:pat";

    public bool Accepts(string caller) => caller == Callers.Gateway;

    public async ValueTask<Subject?> ReadAsync(string token, string caller, CancellationToken cancellationToken) =>
        await tokens.FindLiveAsync(token, cancellationToken) is { } live
            ? new Subject(live.Token.OrganizationId, live.User.Id, live.Token.Id, live.Permissions, live.Organization.Locale)
            : null;
}
