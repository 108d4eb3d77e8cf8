using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Signet.Gateway.WebApp;

namespace Signet.Gateway.Edge;

/// <summary>The headers that tell browsers how little these answers may do. Set last, over whatever a service answered.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, IOptions<EdgeOptions> options, AppPage page)
{
    private const string Features =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(self), geolocation=(), gyroscope=(), "
        + "magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=()";

    /// <summary>Two years. Browsers that know it never try http again.</summary>
    private const string HttpsOnly = "max-age=63072000; includeSubDomains; preload";

    private readonly ContentPolicies _policies = new(options.Value);
    private readonly EdgeOptions _edge = options.Value;

    public Task InvokeAsync(HttpContext context)
    {
        // At the last moment: who answers with a problem clears what was set before.
        context.Response.OnStarting(() =>
        {
            Set(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        var isApi = context.Request.Path.StartsWithSegments("/api");
        if (context.Request.IsHttps && (_edge.IsPublicHost(context.Request.Host) || _edge.IsSignInHost(context.Request.Host)))
        {
            // Under our own names only: on bare localhost it would break the user's other sites.
            headers.StrictTransportSecurity = HttpsOnly;
        }

        headers.ContentSecurityPolicy = _edge.IsSignInHost(context.Request.Host) ? _policies.SignIn
            : isApi && !IsPage(context.Response) ? ContentPolicies.Data
            : _policies.App(page.ScriptHashes);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Features;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.Remove(HeaderNames.Server);
        headers.Remove(HeaderNames.XPoweredBy);

        if (isApi && !headers.ContainsKey(HeaderNames.CacheControl))
        {
            headers.CacheControl = "no-store";
        }
    }

    private static bool IsPage(HttpResponse response) => response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true;
}
