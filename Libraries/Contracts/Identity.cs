namespace Signet.Contracts;

/// <summary><c>GET /api/v1/me</c>.</summary>
public sealed record MeResponse(Guid UserId, string Email, string DisplayName, OrganizationResponse Organization, IReadOnlyList<string> Permissions);

/// <summary>The organisation that a user belongs to, with what captures are read by: <see cref="OrganizationSettings"/>.</summary>
public sealed record OrganizationResponse(Guid Id, string Name, string Region, string Language);

/// <summary><c>GET</c> and <c>PUT /api/v1/organization/settings</c>; the version is the ETag.</summary>
/// <param name="Region">ISO 3166-1 alpha-2, in capitals: how national phone numbers are read when a mail does not say.</param>
/// <param name="Language">ISO 639-1, in small letters: decides between readings that are otherwise even.</param>
public sealed record OrganizationSettings(string Region, string Language);

/// <summary><c>POST /api/v1/access-tokens</c>. <paramref name="Scopes"/> are <see cref="Permissions"/> that the user has.</summary>
public sealed record CreateAccessTokenRequest(string Name, IReadOnlyList<string> Scopes, int ExpiresInDays);

/// <summary>A new personal access token. <paramref name="Token"/> is shown here once and kept only as a hash.</summary>
public sealed record CreatedAccessTokenResponse(AccessTokenResponse AccessToken, string Token);

/// <summary>What can be known of a personal access token after it was made.</summary>
public sealed record AccessTokenResponse(
    Guid Id, string Name, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt);

/// <summary><c>GET /api/v1/access-tokens</c>.</summary>
public sealed record AccessTokensResponse(IReadOnlyList<AccessTokenResponse> Items);
