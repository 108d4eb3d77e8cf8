using System.Net.Sockets;
using System.Security.Cryptography;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dashboard;

/// <summary>The Aspire dashboard as a hidden resource of the application that it shows.</summary>
internal static class DashboardResource
{
    public const string Name = "aspire-dashboard", OtlpEndpoint = "otlp-grpc", OtlpKey = "AppHost:OtlpApiKey", BrowserTokenKey = "AppHost:BrowserToken";
    private const string Check = $"{Name}_check", OtlpUrl = "ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL";

    public static void AddDashboard(this DistributedApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        configuration[OtlpKey] ??= RandomKey();
        // The configuration key is Aspire's: an AppHost can print the link.
        var browserToken = configuration[BrowserTokenKey] ??= configuration["ASPIRE_DASHBOARD_FRONTEND_BROWSERTOKEN"] ?? RandomKey();
        var server = new ResourceServiceKey(configuration["ASPIRE_DASHBOARD_RESOURCESERVICE_APIKEY"] ?? RandomKey());
        builder.Services.AddSingleton(server).AddSingleton<ResourceServiceServer>().AddHostedService(services => services.GetRequiredService<ResourceServiceServer>());

        var dashboard = new ExecutableResource(Name, Name, builder.AppHostDirectory);
        var frontend = Endpoint(dashboard, configuration["ASPNETCORE_URLS"]?.Split(';')[0], "frontend");
        var otlp = Endpoint(dashboard, configuration[OtlpUrl], OtlpEndpoint);
        builder.Services.AddHttpClient(Check);
        builder.Services.AddHealthChecks().Add(new(Check,
            services => new HttpEndpointHealthCheck(services.GetRequiredService<IHttpClientFactory>(), Check, frontend, "/login", 200), HealthStatus.Unhealthy, tags: null));

        builder.CreateResourceBuilder(dashboard).WithHealthCheck(Check)
            .WithInitialState(new() { ResourceType = "Executable", Properties = [], IsHidden = true })
            .WithArgs("dashboard")
            .WithEnvironment(context =>
            {
                var set = context.EnvironmentVariables;
                set["ASPNETCORE_ENVIRONMENT"] = builder.Environment.EnvironmentName;
                set["ASPNETCORE_URLS"] = Listen(frontend);
                set["DASHBOARD__FRONTEND__PUBLICURL"] = frontend;
                set["DASHBOARD__FRONTEND__AUTHMODE"] = "BrowserToken";
                set["DASHBOARD__FRONTEND__BROWSERTOKEN"] = browserToken;
                set[OtlpUrl] = Listen(otlp);
                set["DASHBOARD__OTLP__AUTHMODE"] = set["DASHBOARD__RESOURCESERVICECLIENT__AUTHMODE"] = "ApiKey";
                set["DASHBOARD__OTLP__PRIMARYAPIKEY"] = configuration[OtlpKey]!;
                set["DASHBOARD__RESOURCESERVICECLIENT__APIKEY"] = server.Value;
                set["ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"] = context.ExecutionContext.Services.GetRequiredService<ResourceServiceServer>().Url;
                if (frontend.Scheme == "http") set["ASPIRE_ALLOW_UNSECURED_TRANSPORT"] = "true";
                set["LOGGING__CONSOLE__FORMATTERNAME"] = "simple";
            })
            .OnResourceReady((_, ready, _) =>
            {
                DashboardLog.Login(ready.Services.GetRequiredService<ILogger<DistributedApplication>>(), $"{frontend.Url}/login?t={browserToken}");
                return Task.CompletedTask;
            });
        // Added at the last moment: the AppHost's own model has no dashboard in it.
        builder.OnBeforeStart(async (e, cancellationToken) =>
        {
            var engine = await AspireEngine.FindAsync(configuration, e.Services.GetRequiredService<ILogger<DistributedApplication>>(), cancellationToken);
            var program = dashboard.Annotations.OfType<ExecutableAnnotation>().Single();
            (program.Command, program.WorkingDirectory) = (engine.DashboardPath, Path.GetDirectoryName(engine.DashboardPath)!);
            e.Model.Resources.Add(dashboard);
        });
    }

    /// <summary>The address that people know is the proxy's; any free one when none is configured.</summary>
    private static EndpointReference Endpoint(ExecutableResource dashboard, string? url, string name)
    {
        var address = url is null ? null : new Uri(url);
        var endpoint = new EndpointAnnotation(ProtocolType.Tcp, address?.Scheme ?? "http", name: name, port: address?.Port);
        dashboard.Annotations.Add(endpoint);
        return new(dashboard, endpoint);
    }

    private static ReferenceExpression Listen(EndpointReference endpoint) =>
        ReferenceExpression.Create($"{endpoint.Scheme}://localhost:{endpoint.Property(EndpointProperty.TargetPort)}");

    private static string RandomKey() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}

internal sealed record ResourceServiceKey(string Value);

/// <summary>Of the host's own category, where people look for the address.</summary>
internal static partial class DashboardLog
{
    [LoggerMessage(LogLevel.Information, "Login to the dashboard at {Url}")]
    public static partial void Login(ILogger logger, string url);
}
