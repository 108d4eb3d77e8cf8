using System.ComponentModel.DataAnnotations;

namespace Signet.Gateway.Sessions;

/// <summary>How the gateway presents itself to identity as the web app's OAuth client.</summary>
internal sealed class SessionOptions
{
    public const string ClientId = "signet-web";

    /// <summary><c>Signet:WebClientSecret</c>; identity knows the same.</summary>
    [Required(ErrorMessage = "Signet:WebClientSecret must be set to the secret that identity knows for the client signet-web.")]
    public string WebClientSecret { get; set; } = null!;
}
