using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Signet.Contracts;
using Signet.Identity.Tokens;
using Signet.ServiceDefaults;

namespace Signet.Identity.AccessTokens;

/// <summary>What a new token may look like; all faults are named at once.</summary>
internal static class AccessTokenRules
{
    public static string Clean(string name) => name.Trim().Normalize(NormalizationForm.FormC);

    public static ProblemHttpResult? Check(CreateAccessTokenRequest request, ClaimsPrincipal caller)
    {
        var errors = new Dictionary<string, string[]>();
        if (NameFault(request.Name) is { } name)
            errors["name"] = [name];
        if (ScopeFault(request.Scopes, caller.GrantedPermissions()) is { } scopes)
            errors["scopes"] = [scopes];
        if (request.ExpiresInDays is < 1 or > AccessTokensApi.MaxDays)
            errors["expiresInDays"] = [$"Choose 1 to {AccessTokensApi.MaxDays} days"];

        return errors.Count == 0 ? null
            : Problems.Of(StatusCodes.Status400BadRequest, "validation-failed", "The access token was not made", "Change the marked fields and send it again.", errors);
    }

    private static string? NameFault(string? name) => name switch
    {
        null or "" => "Needs a name, so that you know it again",
        _ when name.Any(IsForbidden) || name.EnumerateRunes().Contains(Rune.ReplacementChar) => "Contains characters that cannot be shown. Type the name again",
        _ when Clean(name).Length == 0 => "Needs a name, so that you know it again",
        _ when Clean(name).Length > AccessTokensApi.MaxNameLength => $"Can have at most {AccessTokensApi.MaxNameLength} characters",
        _ => null,
    };

    private static string? ScopeFault(IReadOnlyList<string>? scopes, IReadOnlyList<string> granted)
    {
        if (scopes is null or [])
            return "Choose at least one permission";
        // A token that could make tokens could outlive its own end.
        if (scopes.Contains(Permissions.TokensManage))
            return $"An access token cannot manage access tokens. Leave out {Permissions.TokensManage}";
        return scopes.All(granted.Contains) ? null : "Contains a permission that you do not have. Choose from the permissions of your own account";
    }

    // Control characters, unpaired surrogates (they read as the replacement character), and overrides and isolates of bidirectional text, which make a name look like another.
    private static bool IsForbidden(char c) => char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
