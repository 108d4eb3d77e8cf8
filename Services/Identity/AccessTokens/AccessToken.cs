namespace Signet.Identity.AccessTokens;

/// <summary>A personal access token as its owner sees it; the secret itself is known to the owner only.</summary>
public sealed class AccessToken
{
    public Guid OrganizationId { get; init; }

    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    public required string Name { get; init; }

    public List<string> Scopes { get; init; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Coarse: written at most every five minutes.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }
}
