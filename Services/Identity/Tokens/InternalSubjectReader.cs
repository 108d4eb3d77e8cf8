using System.Text.Json;
using Signet.Identity.AccessTokens;
using Signet.Identity.Organizations;
using Signet.Identity.Sessions;
using Signet.ServiceDefaults;

namespace Signet.Identity.Tokens;

/// <summary>
/// An internal token in the hands of the service that it was made for, which now calls on. The session is read again, so that a chain of
/// exchanges does not outlive it.
/// </summary>
internal sealed class InternalSubjectReader(InternalTokens internalTokens, SessionStore sessions, AccessTokenStore accessTokens, Tenant tenant) : ISubjectReader
{
    /// <summary>Deeper than any real path through the services.</summary>
    private const int MaxActors = 4;

    public string TokenType => "urn:ietf:params:oauth:token-type:jwt";

    public bool Accepts(string caller) => caller != Callers.Gateway;

    public async ValueTask<Subject?> ReadAsync(string token, string caller, CancellationToken cancellationToken)
    {
        if (await internalTokens.ValidateAsync(token, audience: caller) is not { } claims
            || claims.FindId(InternalToken.Organization) is not { } organizationId
            || claims.FindId(InternalToken.Session) is not { } sessionId)
            return null;

        tenant.Become(organizationId);
        if (await FindNowAsync(sessionId, cancellationToken) is not { } now || Chain(claims.FindFirst(InternalToken.Actor)?.Value, caller) is not { } actor)
            return null;

        var userId = claims.FindId(TokenClaims.Subject)!.Value;
        return new Subject(organizationId, userId, sessionId, [.. claims.GrantedPermissions().Intersect(now.Permissions)], now.Organization.Locale, actor);
    }

    private async Task<(IReadOnlyList<string> Permissions, Organization Organization)?> FindNowAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        if (await sessions.FindLiveAsync(sessionId, cancellationToken) is { } session)
            return (session.User.Permissions, session.Organization);
        return await accessTokens.FindLiveAsync(sessionId, cancellationToken) is { } token ? (token.Permissions, token.Organization) : null;
    }

    private static JsonElement? Chain(string? previous, string caller)
    {
        JsonElement? inner = previous is null ? null : JsonDocument.Parse(previous).RootElement;
        var depth = 1;
        for (var actor = inner; actor is { } element; actor = element.TryGetProperty(InternalToken.Actor, out var next) ? next : null)
            depth++;

        return depth > MaxActors ? null : inner is { } chain
            ? JsonSerializer.SerializeToElement(new { sub = caller, act = chain })
            : JsonSerializer.SerializeToElement(new { sub = caller });
    }
}
