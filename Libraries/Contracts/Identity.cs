namespace Signet.Contracts;

/// <summary><c>GET /api/v1/me</c>.</summary>
public sealed record MeResponse(Guid UserId, string Email, string DisplayName, OrganizationResponse Organization, IReadOnlyList<string> Permissions);

/// <summary>The organisation that a user belongs to.</summary>
public sealed record OrganizationResponse(Guid Id, string Name);

/// <summary><c>POST /api/v1/access-tokens</c>. <paramref name="Scopes"/> are <see cref="Permissions"/> that the user has.</summary>
public sealed record CreateAccessTokenRequest(string Name, IReadOnlyList<string> Scopes, int ExpiresInDays);

/// <summary>A new personal access token. <paramref name="Token"/> is shown here once and kept only as a hash.</summary>
public sealed record CreatedAccessTokenResponse(AccessTokenResponse AccessToken, string Token);

/// <summary>What can be known of a personal access token after it was made.</summary>
public sealed record AccessTokenResponse(
    Guid Id, string Name, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt);

/// <summary><c>GET /api/v1/access-tokens</c>.</summary>
public sealed record AccessTokensResponse(IReadOnlyList<AccessTokenResponse> Items);
