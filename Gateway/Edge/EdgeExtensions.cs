using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Signet.ServiceDefaults;

namespace Signet.Gateway.Edge;

/// <summary>The public door itself: TLS, names, limits, headers.</summary>
internal static class EdgeExtensions
{
    public static WebApplicationBuilder AddEdge(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<EdgeOptions>().BindConfiguration("Signet").BindConfiguration("Edge").ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<EdgeOptions>, EdgeOptionsValidation>();
        builder.Services.AddSingleton<EdgeCertificate>();
        builder.Services.AddSingleton<EdgeTls>();
        builder.Services.AddSingleton<IConfigureOptions<KestrelServerOptions>, EdgeListener>();
        builder.Services.AddSingleton<DistributedContextPropagator, EdgePropagator>();
        builder.Logging.AddFilter("Yarp", LogLevel.Warning); // Below it stand whole addresses, with their queries.
        return builder;
    }

    /// <summary>First in the pipeline, so that refusals and faults carry the headers too.</summary>
    public static WebApplication UseEdge(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.MapDefaultEndpoints();
        app.UseMiddleware<PlainHttp>();
        app.UseMiddleware<KnownHosts>();
        app.UseMiddleware<BodyLimit>();
        return app;
    }

    /// <summary>Public, and therefore a status word without detail.</summary>
    public static WebApplication MapPublicHealth(this WebApplication app)
    {
        app.MapHealthChecks(HealthPaths.Ready);
        app.MapHealthChecks(HealthPaths.Alive, new HealthCheckOptions { Predicate = check => check.Tags.Contains("live") });
        return app;
    }

    public static string PublicHost(this WebApplication app) => app.Services.GetRequiredService<IOptions<EdgeOptions>>().Value.PublicUrl.Host;
}
