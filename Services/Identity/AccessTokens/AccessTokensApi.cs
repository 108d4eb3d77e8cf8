using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Signet.Contracts;
using Signet.Identity.Data;
using Signet.Identity.Sessions;
using Signet.Identity.Users;
using Signet.ServiceDefaults;

namespace Signet.Identity.AccessTokens;

/// <summary>The user's own personal access tokens.</summary>
public static class AccessTokensApi
{
    public const int MaxNameLength = 64;
    public const int MaxDays = 365;
    public const int MaxTokens = 50;

    public static IEndpointRouteBuilder MapAccessTokensApi(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/access-tokens").WithTags("Access tokens").RequireCallers(Callers.Gateway).RequirePermission(Permissions.TokensManage);
        group.MapGet("", List).WithName("ListAccessTokens");
        group.MapPost("", Create).WithName("CreateAccessToken");
        group.MapDelete("{id:guid}", Revoke).WithName("RevokeAccessToken");
        return routes;
    }

    /// <summary>Tokens that are not revoked, the newest first. Expired ones stay in the list until they are deleted.</summary>
    public static async Task<Ok<AccessTokensResponse>> List(IdentityDb db, Tenant tenant, CancellationToken cancellationToken)
    {
        var tokens = await db.TransactAsync(ct => Own(db, tenant).AsNoTracking().OrderByDescending(token => token.Id).ToListAsync(ct), cancellationToken);
        return TypedResults.Ok(new AccessTokensResponse([.. tokens.Select(ToResponse)]));
    }

    /// <summary>Makes a token. The answer holds the secret, once.</summary>
    public static async Task<Results<Created<CreatedAccessTokenResponse>, ProblemHttpResult>> Create(
        CreateAccessTokenRequest request, IdentityDb db, Tenant tenant, ClaimsPrincipal caller, TimeProvider clock, HttpContext context, CancellationToken cancellationToken)
    {
        if (AccessTokenRules.Check(request, caller) is { } problem)
            return problem;

        var now = clock.GetUtcNow();
        var secret = AccessTokenSecret.Create();
        var token = new AccessToken
        {
            OrganizationId = tenant.OrganizationId,
            Id = Guid.CreateVersion7(now),
            UserId = tenant.UserId,
            Name = AccessTokenRules.Clean(request.Name),
            Scopes = [.. request.Scopes.Distinct(StringComparer.Ordinal)],
            CreatedAt = now,
            ExpiresAt = now.AddDays(request.ExpiresInDays),
        };
        var made = await db.TransactAsync(async ct =>
        {
            // The lock on the owner's row makes the limit hold against parallel requests.
            await db.LockUserAsync(tenant.OrganizationId, tenant.UserId, ct);
            if (await Own(db, tenant).CountAsync(ct) >= MaxTokens)
                return false;

            db.AccessTokens.Add(token);
            db.Set<AccessTokenHash>().Add(new AccessTokenHash { Hash = AccessTokenSecret.Hash(secret), OrganizationId = token.OrganizationId, AccessTokenId = token.Id });
            db.Audit("access-token.created", "access-token", token.Id, ("scopes", string.Join(' ', token.Scopes)), ("expires", token.ExpiresAt.ToString("O")));
            await db.SaveChangesAsync(ct);
            return true;
        }, cancellationToken);

        if (!made)
            return Problems.Of(StatusCodes.Status409Conflict, "access-token-limit", "There are too many access tokens", $"A user can have {MaxTokens}. Delete one that is no longer used.");

        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Created($"/api/v1/access-tokens/{token.Id}", new CreatedAccessTokenResponse(ToResponse(token), secret));
    }

    /// <summary>Revokes a token: at once at the gateway, within a minute everywhere.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> Revoke(
        Guid id, IdentityDb db, Tenant tenant, RevocationNotice notice, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var revoked = await db.TransactAsync(async ct =>
        {
            if (await Own(db, tenant).Where(token => token.Id == id).ExecuteUpdateAsync(set => set.SetProperty(token => token.RevokedAt, now), ct) == 0)
                return false;

            await db.Set<AccessTokenHash>().Where(row => row.OrganizationId == tenant.OrganizationId && row.AccessTokenId == id).ExecuteDeleteAsync(ct);
            db.Audit("access-token.revoked", "access-token", id);
            await db.SaveChangesAsync(ct);
            return true;
        }, cancellationToken);

        if (!revoked)
            return Problems.NotFound("access-token-not-found", "This access token does not exist", "It may have been deleted already. Load the list again.");

        await notice.PublishAsync(id);
        return TypedResults.NoContent();
    }

    private static IQueryable<AccessToken> Own(IdentityDb db, Tenant tenant) =>
        db.AccessTokens.Where(token => token.OrganizationId == tenant.OrganizationId && token.UserId == tenant.UserId && token.RevokedAt == null);

    private static AccessTokenResponse ToResponse(AccessToken token) =>
        new(token.Id, token.Name, token.Scopes, token.CreatedAt, token.ExpiresAt, token.LastUsedAt);
}
