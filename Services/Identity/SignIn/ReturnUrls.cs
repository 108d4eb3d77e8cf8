using Signet.Identity.Tokens;

namespace Signet.Identity.SignIn;

/// <summary>Where a sign-in may lead: back to the authorization request that asked for it, and nowhere else.</summary>
internal static class ReturnUrls
{
    private const int MaxLength = 4096;

    public static string? Accept(string? url) =>
        url is { Length: <= MaxLength }
        && url.StartsWith(AuthorizationServerExtensions.AuthorizePath + "?", StringComparison.Ordinal)
        && !url.Any(c => char.IsControl(c) || c is '\\')
            ? url
            : null;
}
