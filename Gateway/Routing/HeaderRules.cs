using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace Signet.Gateway.Routing;

/// <summary>
/// Which headers cross the door. Inbound, only those named here do, so whatever a caller invents (<c>X-Forwarded-*</c>, <c>X-User-Id</c>, an
/// Authorization of its own) reaches nobody (ASVS V4.1.3). Outbound, only identity's pages may set cookies.
/// </summary>
internal sealed class HeaderRules : ITransformProvider
{
    private static readonly string[] _api =
    [
        HeaderNames.Accept, HeaderNames.AcceptLanguage, HeaderNames.ContentType, HeaderNames.ContentLength, HeaderNames.ContentEncoding,
        HeaderNames.ContentLanguage, HeaderNames.IfMatch, HeaderNames.IfNoneMatch, "Idempotency-Key", "Last-Event-ID",
    ];

    private static readonly string[] _signIn =
    [
        .. _api, HeaderNames.AcceptEncoding, HeaderNames.CacheControl, HeaderNames.Cookie, HeaderNames.Origin, HeaderNames.Referer, HeaderNames.UserAgent,
        HeaderNames.IfModifiedSince, "Sec-Fetch-Site", "Sec-Fetch-Mode", "Sec-Fetch-Dest", "Sec-Fetch-User",
    ];

    public void Apply(TransformBuilderContext context)
    {
        var isApi = PublicRoute.NeedsCredential(context.Route);
        context.UseDefaultForwarders = false;
        context.AddRequestHeadersAllowed(isApi ? _api : _signIn);
        context.AddRequestTransform(SendOverChannelAsync);
        if (isApi)
        {
            context.AddResponseHeaderRemove(HeaderNames.SetCookie, ResponseCondition.Always);
        }
        else
        {
            context.AddXForwarded(ForwardedTransformActions.Set);
        }
    }

    public void ValidateRoute(TransformRouteValidationContext context)
    {
    }

    public void ValidateCluster(TransformClusterValidationContext context)
    {
    }

    private static ValueTask SendOverChannelAsync(RequestTransformContext context)
    {
        var forwarded = context.HttpContext.Features.GetRequiredFeature<Forwarded>();
        context.ProxyRequest.Options.Set(ChannelForwarder.ChannelKey, forwarded.Channel);
        if (forwarded.Token is { } token)
        {
            context.ProxyRequest.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return ValueTask.CompletedTask;
    }
}
