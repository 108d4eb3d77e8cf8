using System.ComponentModel.DataAnnotations;

namespace Signet.Identity.Tokens;

/// <summary>Where the product lives. Section <c>Signet</c>; the issuer and the web client follow it at every start.</summary>
public sealed class SignetOptions
{
    public const string Section = "Signet";

    /// <summary>Origin of the app, for example <c>https://signet.localhost:8443</c>.</summary>
    [Required]
    public required Uri PublicUrl { get; init; }

    /// <summary>Origin of the sign-in pages, for example <c>https://id.signet.localhost:8443</c>; the issuer of the authorization server.</summary>
    [Required]
    public required Uri SignInUrl { get; init; }

    /// <summary>What the gateway proves itself with at the token endpoint, on top of its certificate.</summary>
    [Required, MinLength(16)]
    public required string WebClientSecret { get; init; }

    public Uri WebClientRedirect => new(PublicUrl, "/signin/callback");

    /// <summary>Where somebody lands who signs in without having come from the app: the app's own start of the sign-in.</summary>
    public Uri StartUrl => new(PublicUrl, "/signin");

    internal bool AreOrigins() => IsOrigin(PublicUrl) && IsOrigin(SignInUrl) && PublicUrl != SignInUrl;

    private static bool IsOrigin(Uri url) => url is { IsAbsoluteUri: true, Scheme: "https", AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" };
}
