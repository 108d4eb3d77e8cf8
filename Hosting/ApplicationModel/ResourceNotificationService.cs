using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Aspire.Hosting.ApplicationModel;

public class ResourceNotificationServiceOptions
{
    /// <summary>With the dashboard somebody can restart what failed; without it waiting would never end.</summary>
    public WaitBehavior DefaultWaitBehavior { get; set; }
}

/// <summary>The one place where the state of every resource is kept, changed and watched.</summary>
public sealed class ResourceNotificationService(IServiceProvider services, IOptions<ResourceNotificationServiceOptions> options, ILogger<ResourceNotificationService> logger) : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, ResourceEvent> current = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<Channel<ResourceEvent>> watchers = [];
    private readonly CancellationTokenSource disposed = new();

    /// <summary>Changes every instance of the resource.</summary>
    public Task PublishUpdateAsync(IResource resource, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory) =>
        PublishUpdateAsync(resource, resource.GetInstanceId(), stateFactory);

    public Task PublishUpdateAsync(IResource resource, string resourceId, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory)
    {
        lock (gate)
        {
            var before = current.GetValueOrDefault(resourceId)?.Snapshot;
            var after = stateFactory(before ?? ResourceSnapshots.Initial(resource));
            after = after with { Commands = ResourceSnapshots.Commands(resource, after, services) };
            if (before is not null && ResourceSnapshots.AreSame(before, after)) return Task.CompletedTask;
            var change = current[resourceId] = new ResourceEvent(resource, resourceId, after);
            foreach (var watcher in watchers) watcher.Writer.TryWrite(change);
            if (before?.State != after.State || before?.HealthStatus != after.HealthStatus) NotificationLog.Changed(logger, resourceId, after.State?.Text, after.HealthStatus);
        }

        return Task.CompletedTask;
    }

    public bool TryGetCurrentState(string resourceId, [NotNullWhen(true)] out ResourceEvent? resourceEvent)
    {
        lock (gate) return current.TryGetValue(resourceId, out resourceEvent);
    }

    /// <summary>Every resource as it is now, then every change.</summary>
    public async IAsyncEnumerable<ResourceEvent> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, disposed.Token);
        var changes = Channel.CreateUnbounded<ResourceEvent>(new() { SingleReader = true });
        lock (gate)
        {
            foreach (var resource in current.Values) changes.Writer.TryWrite(resource);
            watchers.Add(changes);
        }

        try
        {
            await foreach (var change in changes.Reader.ReadAllAsync(either.Token)) yield return change;
        }
        finally
        {
            lock (gate) watchers.Remove(changes);
        }
    }

    public Task WaitForResourceAsync(string resourceName, string? targetState = null, CancellationToken cancellationToken = default) =>
        WaitForResourceAsync(resourceName, [targetState ?? KnownResourceStates.Running], cancellationToken);

    public async Task<string> WaitForResourceAsync(string resourceName, IEnumerable<string> targetStates, CancellationToken cancellationToken = default)
    {
        var states = targetStates.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var reached = await WaitForResourceAsync(resourceName, e => e.Snapshot.State is { Text: var text } && states.Contains(text), cancellationToken);
        return reached.Snapshot.State!.Text;
    }

    public async Task<ResourceEvent> WaitForResourceAsync(string resourceName, Func<ResourceEvent, bool> predicate, CancellationToken cancellationToken = default)
    {
        try
        {
            return await WatchAsync(cancellationToken)
                .FirstAsync(e => string.Equals(e.Resource.Name, resourceName, StringComparison.OrdinalIgnoreCase) && predicate(e), cancellationToken);
        }
        catch (OperationCanceledException canceled) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException($"Waiting for the resource '{resourceName}' was cancelled; its state was {Describe(resourceName)}.", canceled, cancellationToken);
        }
    }

    public Task<ResourceEvent> WaitForResourceHealthyAsync(string resourceName, CancellationToken cancellationToken = default) =>
        WaitForResourceHealthyAsync(resourceName, options.Value.DefaultWaitBehavior, cancellationToken);

    /// <summary>Running, healthy, and the handlers of its ready event done; what they threw is thrown here.</summary>
    public async Task<ResourceEvent> WaitForResourceHealthyAsync(string resourceName, WaitBehavior waitBehavior, CancellationToken cancellationToken = default)
    {
        if (waitBehavior == WaitBehavior.StopOnResourceUnavailable && !IsKnown(resourceName))
            throw new DistributedApplicationException($"There is no resource named '{resourceName}'.");
        var reached = await WaitForResourceAsync(resourceName, e => IsReady(e.Snapshot) || HasEnded(e, waitBehavior), cancellationToken);
        ThrowIfEnded(reached, waitBehavior);
        await reached.Snapshot.Ready!.WaitAsync(cancellationToken);
        return reached;
    }

    /// <summary>Waits for everything that the resource's <see cref="WaitAnnotation"/>s name, and shows meanwhile what is missing.</summary>
    public async Task WaitForDependenciesAsync(IResource resource, CancellationToken cancellationToken)
    {
        var waits = resource.Annotations.OfType<WaitAnnotation>()
            .Where(wait => wait.Resource is not IResourceWithoutLifetime).DistinctBy(wait => (wait.Resource, wait.WaitType)).ToList();
        if (waits.Count == 0) return;

        var missing = waits.Select(wait => wait.Resource.Name).Distinct().ToImmutableArray();
        await PublishUpdateAsync(resource, s => s.With(ResourceSnapshots.WaitingFor, missing) with { State = KnownResourceStates.Waiting });
        using var firstFailure = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAll(waits.Select(async wait =>
        {
            try
            {
                await WaitForAsync(wait, firstFailure.Token);
            }
            catch
            {
                await firstFailure.CancelAsync();
                throw;
            }

            lock (gate) missing = missing.Remove(wait.Resource.Name);
            await PublishUpdateAsync(resource, s => s.With(ResourceSnapshots.WaitingFor, missing));
        })).FirstFailureOf(cancellationToken);
        await PublishUpdateAsync(resource, s => s.Without(ResourceSnapshots.WaitingFor));
    }

    public void Dispose()
    {
        disposed.Cancel();
        disposed.Dispose();
    }

    private async Task WaitForAsync(WaitAnnotation wait, CancellationToken cancellationToken)
    {
        var (name, behavior) = (wait.Resource.Name, wait.WaitBehavior ?? options.Value.DefaultWaitBehavior);
        if (wait.WaitType == WaitType.WaitUntilHealthy)
        {
            await WaitForResourceHealthyAsync(name, behavior, cancellationToken);
        }
        else if (wait.WaitType == WaitType.WaitUntilStarted)
        {
            ThrowIfEnded(await WaitForResourceAsync(name, e => e.Snapshot.State?.Text == KnownResourceStates.Running || HasEnded(e, behavior), cancellationToken), behavior);
        }
        else
        {
            var ended = (await WaitForResourceAsync(name, e => HasEnded(e, WaitBehavior.StopOnResourceUnavailable), cancellationToken)).Snapshot;
            if (ended.State!.Text == KnownResourceStates.FailedToStart)
                throw new DistributedApplicationException($"The dependency '{name}' failed to start.");
            if (ended.ExitCode is { } code && code != wait.ExitCode)
                throw new DistributedApplicationException($"The dependency '{name}' ended with exit code {code}, expected was {wait.ExitCode}.");
        }
    }

    private static bool IsReady(CustomResourceSnapshot snapshot) =>
        snapshot is { HealthStatus: HealthStatus.Healthy, Ready: not null };

    private static bool HasEnded(ResourceEvent e, WaitBehavior behavior) =>
        behavior == WaitBehavior.StopOnResourceUnavailable && e.Snapshot.State is { Text: var text } && KnownResourceStates.TerminalStates.Contains(text);

    private static void ThrowIfEnded(ResourceEvent e, WaitBehavior behavior)
    {
        if (HasEnded(e, behavior))
            throw new DistributedApplicationException($"The resource '{e.Resource.Name}' is {e.Snapshot.State!.Text}{(e.Snapshot.ExitCode is { } code ? $" (exit code {code})" : "")} and will not become available.");
    }

    private bool IsKnown(string name)
    {
        lock (gate) return current.Values.Any(e => string.Equals(e.Resource.Name, name, StringComparison.OrdinalIgnoreCase));
    }

    private string Describe(string name)
    {
        lock (gate)
        {
            var states = current.Values.Where(e => string.Equals(e.Resource.Name, name, StringComparison.OrdinalIgnoreCase))
                .Select(e => $"{e.Snapshot.State?.Text ?? "none"}, health {e.Snapshot.HealthStatus?.ToString() ?? "unknown"}");
            return string.Join("; ", states.DefaultIfEmpty("unknown: there is no such resource"));
        }
    }
}

internal static partial class NotificationLog
{
    [LoggerMessage(LogLevel.Debug, "{Resource} is {State}, health {Health}")]
    public static partial void Changed(ILogger logger, string resource, string? state, HealthStatus? health);
}

internal static class Tasks
{
    /// <summary>Of several failures the real one, not the cancellations that it caused.</summary>
    public static async Task FirstFailureOf(this Task all, CancellationToken cancellationToken)
    {
        try
        {
            await all;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && all.Exception is { } failures)
        {
            throw failures.InnerExceptions[0];
        }
    }
}
