using System.Security.Claims;

namespace Signet.Identity.Tokens;

/// <summary>Claims of internal tokens, and those that the opaque tokens carry inside.</summary>
internal static class ClaimNames
{
    public const string Subject = "sub";
    public const string Organization = "org";
    public const string Session = "sid";
    public const string Scope = "scope";
    public const string Confirmation = "cnf";
    public const string Actor = "act";

    public static IReadOnlyList<string> GrantedPermissions(this ClaimsPrincipal principal) => Split(principal.FindFirstValue(Scope));

    public static IReadOnlyList<string> Split(string? scope) => scope?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>The id in a claim, or null when it is missing or malformed.</summary>
    public static Guid? FindId(this ClaimsPrincipal principal, string claim) =>
        Guid.TryParseExact(principal.FindFirstValue(claim), "D", out var id) ? id : null;
}
