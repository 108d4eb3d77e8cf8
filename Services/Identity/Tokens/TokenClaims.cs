using System.Security.Claims;
using Signet.ServiceDefaults;

namespace Signet.Identity.Tokens;

/// <summary>Reads claims of internal tokens, of opaque tokens' insides and of the sign-in cookie: they have the same names.</summary>
internal static class TokenClaims
{
    public const string Subject = "sub";

    public static IReadOnlyList<string> GrantedPermissions(this ClaimsPrincipal principal) =>
        principal.FindFirstValue(InternalToken.Scope)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>The id in a claim, or null when it is missing or malformed.</summary>
    public static Guid? FindId(this ClaimsPrincipal principal, string claim) =>
        Guid.TryParseExact(principal.FindFirstValue(claim), "D", out var id) ? id : null;
}
