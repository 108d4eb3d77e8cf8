using Microsoft.Extensions.Options;

namespace Signet.Gateway.Edge;

/// <summary>
/// Unencrypted requests: pages are sent to their https address; the API refuses, because a silent redirect would hide that a token
/// crossed the network in the clear (ASVS V4.1.2).
/// </summary>
internal sealed class PlainHttp(RequestDelegate next, IOptions<EdgeOptions> options)
{
    private readonly EdgeOptions _edge = options.Value;

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.IsHttps || HealthPaths.Contains(request.Path))
        {
            return next(context);
        }

        var origin = _edge.IsSignInHost(request.Host) ? _edge.SignInOrigin : _edge.PublicOrigin;
        var isPage = (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !request.Path.StartsWithSegments("/api");
        if (!isPage)
        {
            return EdgeProblems.HttpsRequired(origin).ExecuteAsync(context);
        }

        // The address is ours whatever Host the request named, so nobody is sent elsewhere.
        context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        context.Response.Headers.Location = origin + request.Path.ToUriComponent() + request.QueryString.ToUriComponent();
        return Task.CompletedTask;
    }
}
