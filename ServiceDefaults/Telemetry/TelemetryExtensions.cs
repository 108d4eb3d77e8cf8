using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Context.Propagation;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Signet.ServiceDefaults;

internal static class TelemetryExtensions
{
    /// <summary>Traces, metrics and logs over OTLP, where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says.</summary>
    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Logging.AddLogRules();
        // Traces are carried on by ASP.NET and HttpClient themselves. OpenTelemetry's default would carry callers' baggage along, from outside too.
        Sdk.SetDefaultTextMapPropagator(new TraceContextPropagator());
        builder.Logging.AddOpenTelemetry(logs => logs.IncludeFormattedMessage = true);
        var telemetry = builder.Services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddMeter("Npgsql", "Signet.*"))
            .WithTracing(traces => traces
                .AddSource("Signet.*")
                .AddAspNetCoreInstrumentation(web => web.Filter = context => !IsHealth(context.Request.Path))
                .AddHttpClientInstrumentation()
                .AddNpgsql()
                .AddProcessor<UrlRedaction>());
        if (!string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) telemetry.UseOtlpExporter();
        return builder;
    }

    private static bool IsHealth(Microsoft.AspNetCore.Http.PathString path) =>
        path.StartsWithSegments(HealthExtensions.ReadyPath) || path.StartsWithSegments(HealthExtensions.AlivePath);
}
