using Microsoft.EntityFrameworkCore;
using Signet.Identity.Data;
using Signet.Identity.Organizations;
using Signet.Identity.Users;
using Signet.ServiceDefaults;

namespace Signet.Identity.AccessTokens;

/// <summary>Finds personal access tokens that may be used.</summary>
public sealed class AccessTokenStore(IdentityDb db, DirectoryDb directory, Tenant tenant, TimeProvider clock)
{
    private static readonly TimeSpan UsedGranularity = TimeSpan.FromMinutes(5);

    /// <summary>By the secret itself: the directory knows the organisation, the rest is read inside it. Notes the use.</summary>
    public async Task<LiveAccessToken?> FindLiveAsync(string secret, CancellationToken cancellationToken)
    {
        if (!AccessTokenSecret.IsWellFormed(secret))
            return null;

        var hash = AccessTokenSecret.Hash(secret);
        var entry = await directory.AccessTokenHashes.AsNoTracking().SingleOrDefaultAsync(row => row.Hash == hash, cancellationToken);
        if (entry is null)
            return null;

        tenant.Become(entry.OrganizationId);
        return await FindLiveAsync(entry.AccessTokenId, cancellationToken);
    }

    /// <summary>By id, in the current organisation.</summary>
    public Task<LiveAccessToken?> FindLiveAsync(Guid tokenId, CancellationToken cancellationToken) => db.TransactAsync(async ct =>
    {
        var now = clock.GetUtcNow();
        var found = await (
            from token in db.AccessTokens.AsNoTracking()
            join user in db.Users.AsNoTracking() on new { token.OrganizationId, Id = token.UserId } equals new { user.OrganizationId, user.Id }
            join organization in db.Organizations.AsNoTracking() on user.OrganizationId equals organization.Id
            where token.OrganizationId == tenant.OrganizationId && token.Id == tokenId && token.RevokedAt == null && token.ExpiresAt > now && user.DisabledAt == null
            select new LiveAccessToken(token, user, organization)).SingleOrDefaultAsync(ct);

        if (found is not null && (found.Token.LastUsedAt is not { } lastUsed || lastUsed <= now - UsedGranularity))
        {
            await db.AccessTokens.Where(token => token.OrganizationId == tenant.OrganizationId && token.Id == tokenId)
                .ExecuteUpdateAsync(set => set.SetProperty(token => token.LastUsedAt, now), ct);
        }

        return found;
    }, cancellationToken);
}

/// <summary>A token that may be used, with its owner and their organisation.</summary>
public sealed record LiveAccessToken(AccessToken Token, User User, Organization Organization)
{
    /// <summary>What both allow: a token never does more than its owner may today.</summary>
    public IReadOnlyList<string> Permissions => [.. Token.Scopes.Intersect(User.Permissions)];
}
