using Microsoft.Extensions.Options;
using Signet.Gateway.Edge;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;

namespace Signet.Gateway.Routing;

/// <summary>Connects the route table to YARP. YARP checks it as a whole while the gateway starts.</summary>
internal static class RoutingExtensions
{
    public static WebApplicationBuilder AddRouting(this WebApplicationBuilder builder)
    {
        builder.Services.AddReverseProxy().AddTransforms<HeaderRules>();
        builder.Services.AddSingleton<IForwarderHttpClientFactory, ChannelForwarder>();
        builder.Services.AddSingleton<IProxyConfigProvider>(services => new InMemoryConfigProvider(
            RouteTable.Routes(services.GetRequiredService<IOptions<EdgeOptions>>().Value), RouteTable.Clusters));
        return builder;
    }

    public static WebApplication MapRoutes(this WebApplication app)
    {
        app.MapReverseProxy(proxy =>
            {
                proxy.UseMiddleware<Admission>();
                proxy.UseLoadBalancing();
            })
            .ConfigureEndpoints((endpoint, route) => endpoint.WithMetadata(PublicRoute.BodyLimitOf(route)));
        return app;
    }
}
