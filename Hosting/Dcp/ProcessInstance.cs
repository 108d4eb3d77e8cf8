using System.Collections.Immutable;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Dcp;

/// <summary>The running side of a resource: one process at a time, under one name for the whole session.</summary>
internal sealed class ProcessInstance(IResource resource) : IDisposable
{
    private readonly HashSet<string> retired = [];
    private string? current;

    public IResource Resource { get; } = resource;
    public string Id { get; } = resource.GetInstanceId();

    /// <summary>One start or stop at a time.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>Where clients find it; shown as inactive while it does not run.</summary>
    public ImmutableArray<UrlSnapshot> Urls { get; set; } = [];

    /// <summary>Ends the waiting for dependencies: somebody said start.</summary>
    public CancellationTokenSource? Waiting { get; set; }
    public bool IsStopping { get; set; }

    /// <summary>Whether news of this object concerns the process of now, not one that was replaced.</summary>
    public bool IsCurrent(string uid)
    {
        lock (retired)
        {
            if (retired.Contains(uid)) return false;
            current = uid;
            return true;
        }
    }

    public void Retire()
    {
        lock (retired)
        {
            if (current is not null) retired.Add(current);
            current = null;
        }
    }

    /// <summary>The snapshot in another state. Health and readiness belong to one run: they end with it.</summary>
    public static CustomResourceSnapshot WithState(CustomResourceSnapshot snapshot, string state)
    {
        var isRunning = state == KnownResourceStates.Running;
        return snapshot with
        {
            State = state,
            Ready = isRunning ? snapshot.Ready : null,
            HealthReports = isRunning ? snapshot.HealthReports : [.. snapshot.HealthReports.Select(r => new HealthReportSnapshot(r.Name, (HealthStatus?)null, null, null))],
            Urls = [.. snapshot.Urls.Select(url => url with { IsInactive = !isRunning })],
        };
    }

    public void Dispose()
    {
        Gate.Dispose();
        Waiting?.Dispose();
    }
}
