namespace Signet.Identity.AccessTokens;

/// <summary>Directory row: the organisation of a token, found by the token's hash before the organisation is known.</summary>
public sealed class AccessTokenHash
{
    /// <summary>SHA-256: the token is 256 random bits, so a slow hash would add nothing.</summary>
    public required byte[] Hash { get; init; }

    public Guid OrganizationId { get; init; }

    public Guid AccessTokenId { get; init; }
}
