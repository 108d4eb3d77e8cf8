using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Signet.ServiceDefaults;

internal static class HealthExtensions
{
    public const string ReadyPath = "/health";
    public const string AlivePath = "/alive";
    private const string Live = "live";

    public static WebApplicationBuilder AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy(), [Live]);
        return builder;
    }

    /// <summary>Answers one word. Health needs a certificate too: AppHost and the gateway have one.</summary>
    public static WebApplication MapHealth(this WebApplication app)
    {
        app.MapHealthChecks(ReadyPath).RequireCallers(Callers.AppHost, Callers.Gateway).DisableHttpMetrics();
        app.MapHealthChecks(AlivePath, new HealthCheckOptions { Predicate = check => check.Tags.Contains(Live) }).RequireCallers(Callers.AppHost, Callers.Gateway).DisableHttpMetrics();
        return app;
    }
}
