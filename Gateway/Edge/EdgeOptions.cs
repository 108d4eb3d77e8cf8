using System.ComponentModel.DataAnnotations;

namespace Signet.Gateway.Edge;

/// <summary>What the public door needs to know of itself: its two names and its certificate.</summary>
internal sealed class EdgeOptions
{
    /// <summary>The web app's and the API's origin (<c>Signet:PublicUrl</c>).</summary>
    [Required]
    public Uri PublicUrl { get; set; } = null!;

    /// <summary>The origin of identity's pages (<c>Signet:SignInUrl</c>), another host, so that no script of the app can read a password form.</summary>
    [Required]
    public Uri SignInUrl { get; set; } = null!;

    /// <summary>PEM file with the edge certificate, leaf first (<c>Edge:Certificate</c>).</summary>
    [Required]
    public string Certificate { get; set; } = null!;

    /// <summary>PEM file with its key (<c>Edge:Key</c>).</summary>
    [Required]
    public string Key { get; set; } = null!;

    public string PublicOrigin => PublicUrl.GetLeftPart(UriPartial.Authority);

    public string SignInOrigin => SignInUrl.GetLeftPart(UriPartial.Authority);

    public bool IsPublicHost(HostString host) => string.Equals(host.Host, PublicUrl.Host, StringComparison.OrdinalIgnoreCase);

    public bool IsSignInHost(HostString host) => string.Equals(host.Host, SignInUrl.Host, StringComparison.OrdinalIgnoreCase);
}
