using OpenIddict.Abstractions;
using OpenIddict.Validation;
using Signet.Identity.Sessions;
using Signet.ServiceDefaults;

namespace Signet.Identity.Tokens;

/// <summary>The opaque access token behind the session cookie: live as long as the session it belongs to.</summary>
internal sealed class SessionSubjectReader(OpenIddictValidationService validation, SessionStore sessions, Tenant tenant) : ISubjectReader
{
    public string TokenType => "urn:ietf:params:oauth:token-type:access_token";

    public bool Accepts(string caller) => caller == Callers.Gateway;

    public async ValueTask<Subject?> ReadAsync(string token, string caller, CancellationToken cancellationToken)
    {
        System.Security.Claims.ClaimsPrincipal principal;
        try
        {
            principal = await validation.ValidateAccessTokenAsync(token, cancellationToken);
        }
        catch (OpenIddictExceptions.ProtocolException)
        {
            return null;
        }

        if (principal.FindId(InternalToken.Organization) is not { } organizationId || principal.FindId(InternalToken.Session) is not { } sessionId)
            return null;

        tenant.Become(organizationId);
        return await sessions.FindLiveAsync(sessionId, cancellationToken) is { } live
            ? new Subject(organizationId, live.User.Id, live.Session.Id, live.User.Permissions, live.Organization.Locale)
            : null;
    }
}
