using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Signet.AppHost.Pki;

namespace Signet.AppHost;

/// <summary>Says on the console where everything is, once everything is well.</summary>
internal static class ReadyAnnouncement
{
    public static void AnnounceWhenReady(this IDistributedApplicationBuilder builder, IResourceBuilder<ProjectResource> gateway, IResourceBuilder<ParameterResource> demoPassword) =>
        builder.Services.AddHostedService(services => new Announcer(
            services.GetRequiredService<ResourceNotificationService>(), services.GetRequiredService<DistributedApplicationModel>(), services.GetRequiredService<IConfiguration>(), gateway.Resource, demoPassword.Resource));

    private sealed class Announcer(
        ResourceNotificationService notifications, DistributedApplicationModel model, IConfiguration configuration, ProjectResource gateway, ParameterResource demoPassword) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            // Migrations end by themselves; every other project has to be well.
            var services = model.GetProjectResources().Where(project => project.Annotations.OfType<HealthCheckAnnotation>().Any());
            await Task.WhenAll(services.Select(service => notifications.WaitForResourceHealthyAsync(service.Name, WaitBehavior.WaitOnResourceUnavailable, stoppingToken)));

            using var process = Process.GetCurrentProcess();
            var elapsed = TimeProvider.System.GetUtcNow() - process.StartTime.ToUniversalTime();
            var password = await demoPassword.GetValueAsync(stoppingToken);
            var port = new EndpointReference(gateway, "https").Port;
            Console.WriteLine($"""

                Signet     https://{DevelopmentPki.EdgeName}:{port}
                Sign-in    demo@{DevelopmentPki.EdgeName}   {password}
                Dashboard  {DashboardLink() ?? "off"}
                ready in {elapsed.TotalSeconds:0.0} s

                """);
        }

        /// <summary>Null in tests, which run without one.</summary>
        private string? DashboardLink() =>
            configuration["ASPNETCORE_URLS"]?.Split(';')[0] is { } address && configuration["AppHost:BrowserToken"] is { } token ? $"{address}/login?t={token}" : null;
    }
}
