using Microsoft.Extensions.Options;
using Signet.Gateway.Edge;
using Signet.Gateway.Sessions;
using Signet.ServiceDefaults;
using Yarp.ReverseProxy.Configuration;

namespace Signet.Gateway.Routing;

/// <summary>What happens to a routed request before and after it is forwarded: the door decides, and a service that does not answer becomes a problem that says so.</summary>
internal sealed class Admission(RequestDelegate next, Door door, ServiceChannels channels, IOptions<EdgeOptions> edge)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var route = context.GetReverseProxyFeature().Route.Config;
        var forwarded = new Forwarded(channels.Current);
        context.Features.Set(forwarded);
        if (PublicRoute.NeedsCredential(route))
        {
            var (token, refusal) = await door.AdmitAsync(context, forwarded.Channel, route.ClusterId!);
            if (refusal is not null)
            {
                await refusal.ExecuteAsync(context);
                return;
            }

            forwarded.Token = token;
        }

        await next(context);

        if (context.GetForwarderErrorFeature() is not null
            && context.Response is { HasStarted: false, StatusCode: >= StatusCodes.Status500InternalServerError and var status })
        {
            context.Response.Clear();
            context.Response.Headers.RetryAfter = EdgeProblems.RetryAfter;
            await Unavailable(context, route, status).ExecuteAsync(context);
        }
    }

    /// <summary>People read a page, programs a problem.</summary>
    private IResult Unavailable(HttpContext context, RouteConfig route, int status) =>
        !PublicRoute.NeedsCredential(route) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
            ? SignInPage.Unavailable("/", status, edge.Value.PublicOrigin)
            : EdgeProblems.ServiceUnavailable(status);
}

/// <summary>What goes on to the service with the request: the channel, and the internal token that was made for it.</summary>
internal sealed class Forwarded(ServiceChannel channel)
{
    public ServiceChannel Channel => channel;

    /// <summary>Null on identity's pages.</summary>
    public string? Token { get; set; }
}
