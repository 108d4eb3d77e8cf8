using System.Collections.Concurrent;
using System.Collections.Immutable;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Health;

/// <summary>Asks every running resource how it is: at once, then more and more rarely, and says once per start that it is ready.</summary>
internal sealed class ResourceHealthMonitor(ResourceNotificationService notifications, IDistributedApplicationEventing eventing, HealthCheckService checks,
    ResourceLoggerService consoles, IServiceProvider services, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan HealthyInterval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestUnhealthyInterval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var running = new ConcurrentDictionary<string, CancellationTokenSource>(StringComparer.OrdinalIgnoreCase);
        await foreach (var change in notifications.WatchAsync(stoppingToken))
        {
            var isRunning = change.Snapshot.State?.Text == KnownResourceStates.Running;
            if (isRunning && !running.ContainsKey(change.ResourceId))
            {
                var stopped = running[change.ResourceId] = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                _ = Task.Run(() => MonitorAsync(change.Resource, change.ResourceId, stopped.Token), CancellationToken.None);
            }
            else if (!isRunning && running.TryRemove(change.ResourceId, out var stopped))
            {
                await stopped.CancelAsync();
                stopped.Dispose();
            }
        }
    }

    private async Task MonitorAsync(IResource resource, string resourceId, CancellationToken cancellationToken)
    {
        var keys = resource.Annotations.OfType<HealthCheckAnnotation>().Select(check => check.Key).ToHashSet();
        var (isReady, unhealthyRounds) = (false, 0);
        try
        {
            do
            {
                var isHealthy = await CheckAsync(resource, resourceId, keys, cancellationToken);
                if (isHealthy && !isReady)
                {
                    isReady = true;
                    var ready = PublishReadyAsync(resource, cancellationToken);
                    await notifications.PublishUpdateAsync(resource, resourceId, s => s.State?.Text == KnownResourceStates.Running ? s with { Ready = ready } : s);
                }

                unhealthyRounds = isHealthy ? 0 : unhealthyRounds + 1;
                await Task.Delay(isHealthy ? HealthyInterval : UnhealthyInterval(unhealthyRounds), clock, cancellationToken);
            }
            while (keys.Count > 0);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The resource stopped, or the host does.
        }
    }

    /// <summary>What a handler throws is kept for those that wait for the resource, and shown in its console.</summary>
    private async Task PublishReadyAsync(IResource resource, CancellationToken cancellationToken)
    {
        try
        {
            await eventing.PublishAsync(new ResourceReadyEvent(resource, services), cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            DcpLog.HandlerFailed(consoles.GetLogger(resource), failure, resource.Name);
            throw;
        }
    }

    private static TimeSpan UnhealthyInterval(int rounds)
    {
        var interval = TimeSpan.FromMilliseconds(250 * Math.Pow(2, rounds - 1));
        return interval < LongestUnhealthyInterval ? interval : LongestUnhealthyInterval;
    }

    private async Task<bool> CheckAsync(IResource resource, string resourceId, HashSet<string> keys, CancellationToken cancellationToken)
    {
        if (keys.Count == 0) return true;
        var report = await checks.CheckHealthAsync(registration => keys.Contains(registration.Name), cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        ImmutableArray<HealthReportSnapshot> reports = [.. keys.Select(key => report.Entries.TryGetValue(key, out var entry)
            ? new HealthReportSnapshot(key, entry.Status, entry.Description, entry.Exception?.ToString()) { LastRunAt = now }
            : new(key, HealthStatus.Unhealthy, $"No check is registered under '{key}'.", null) { LastRunAt = now })];
        await notifications.PublishUpdateAsync(resource, resourceId, s => s.State?.Text == KnownResourceStates.Running ? s.WithHealthReports(reports) : s);
        return reports.All(r => r.Status == HealthStatus.Healthy);
    }
}
