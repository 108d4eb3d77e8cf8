using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Signet.ServiceDefaults;

public static class ServiceDefaultsExtensions
{
    /// <summary>What every host of Signet has.</summary>
    /// <param name="edge">True for the gateway: it listens to the public in its own way and takes no internal tokens, but calls services as all do.</param>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder, bool edge = false)
    {
        builder.Services.AddSingleton(ServiceName.Of(builder));
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddScoped<Tenant>();
        builder.Services.AddServiceDiscovery();
        builder.AddTelemetry();
        builder.AddHealth();
        builder.AddProblems();
        builder.AddStrictJson();
        builder.AddServiceCertificate();
        builder.AddPublicApi();
        if (edge || PublicApi.IsBeingDescribed) return builder;

        builder.AddMutualTlsListener();
        builder.AddInternalTokens();
        builder.AddEndpointRules();
        return builder;
    }

    /// <summary>The pipeline of a service behind the gateway, and its health. Comes before the service's own endpoints. At the edge: problem details alone.</summary>
    public static WebApplication MapDefaultEndpoints(this WebApplication app)
    {
        app.UseProblems();
        if (app.Services.GetService<MutualTlsListener>() is null) return app;

        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRequestHashes();
        app.MapHealth();
        return app;
    }
}
