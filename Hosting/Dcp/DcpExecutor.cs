using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Eventing;
using k8s;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dcp;

/// <summary>Brings the model to life: services and their ports first, then each process when what it waits for is there; and reports what becomes of them.</summary>
internal sealed class DcpExecutor(DistributedApplicationModel model, IDistributedApplicationEventing eventing, ResourceNotificationService notifications,
    ResourceLoggerService consoles, DistributedApplicationExecutionContext execution, IServiceProvider services, IConfiguration configuration,
    IHostEnvironment environment, TimeProvider clock, ILogger<DcpExecutor> logger) : IHostedService, IAsyncDisposable
{
    private static readonly TimeSpan PortLimit = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan GraceLimit = TimeSpan.FromSeconds(4);
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);
    private readonly ProcessConfiguration processes = new(model, execution, configuration, environment);
    private readonly ConcurrentDictionary<string, ProcessInstance> instances = new();
    private readonly Dictionary<string, EndpointAnnotation> endpoints = [];
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource stopped = new();
    private DcpSession? session;
    private DcpLogStreams? logs;
    private readonly Lock endGate = new();
    private Task? ending;

    private DcpSession Session => session ?? throw new InvalidOperationException("The engine is not running.");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var resource in model.Resources)
        {
            if (resource.IsProcess()) Add(resource);
            await notifications.PublishUpdateAsync(resource, s => s);
            Run(() => eventing.PublishAsync(new InitializeResourceEvent(resource, eventing, consoles, notifications, services), stopping.Token), resource);
        }

        var engine = await AspireEngine.FindAsync(configuration, logger, cancellationToken);
        session = await DcpSession.StartAsync(engine.DcpPath, logger, clock, cancellationToken);
        logs = new(session, consoles);
        _ = logs.FollowSubscribersAsync(stopped.Token);
        _ = WatchAsync<DcpService>((_, service) => OnService(service));
        _ = WatchAsync<DcpExecutable>(OnExecutableAsync);
        await AllocateAsync(cancellationToken);
        await Task.WhenAll(instances.Values.Select(instance => instance.Resource.Annotations.OfType<ExplicitStartupAnnotation>().Any()
            ? PublishAsync(instance, s => ProcessInstance.WithState(s, KnownResourceStates.NotStarted))
            : StartAsync(instance, cancellationToken)));
        await eventing.PublishAsync(new AfterResourcesCreatedEvent(services, model), cancellationToken);
    }

    /// <summary>Ends every process. The dashboard last: the others' last words go to it, and without it they would wait for it in vain.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        // The host's stop and its disposal may come at once, from two threads: both wait for the one end.
        lock (endGate) return ending ?? (session is { } running ? ending = EndAllAsync(running, cancellationToken) : Task.CompletedTask);
    }

    private async Task EndAllAsync(DcpSession running, CancellationToken cancellationToken)
    {
        session = null;
        await stopping.CancelAsync();
        var others = instances.Values.Where(instance => instance.Resource.Name != DashboardResource.Name && HasProcess(instance));
        // Who does not end in time is ended the hard way by the engine.
        await Task.WhenAll(others.Select(instance => EndAsync(running, instance, GraceLimit, cancellationToken))).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await running.ShutDownAsync(clock);
        await stopped.CancelAsync();
        running.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        foreach (var instance in instances.Values) instance.Dispose();
        stopping.Dispose();
        stopped.Dispose();
    }

    /// <summary>Starts the process; while it waits for others, lets it wait no longer.</summary>
    public async Task StartAsync(string instanceId, CancellationToken cancellationToken)
    {
        var instance = instances[instanceId];
        if (instance.Waiting is { } waiting) await waiting.CancelAsync();
        else await StartAsync(instance, cancellationToken);
    }

    public async Task StopAsync(string instanceId, CancellationToken cancellationToken)
    {
        var instance = instances[instanceId];
        await instance.Gate.WaitAsync(cancellationToken);
        try
        {
            if (HasProcess(instance)) await EndAsync(Session, instance, StopLimit, cancellationToken);
        }
        finally
        {
            instance.Gate.Release();
        }
    }

    private async Task EndAsync(DcpSession running, ProcessInstance instance, TimeSpan limit, CancellationToken cancellationToken)
    {
        instance.IsStopping = true;
        await PublishAsync(instance, s => ProcessInstance.WithState(s, KnownResourceStates.Stopping));
        await running.StopAsync(instance.Id, cancellationToken);
        await notifications.WaitForResourceAsync(instance.Resource.Name, KnownResourceStates.TerminalStates, cancellationToken).WaitAsync(limit, clock, cancellationToken);
    }

    private bool HasProcess(ProcessInstance instance) => notifications.TryGetCurrentState(instance.Id, out var now)
        && (now.Snapshot.State?.Text == KnownResourceStates.Running || now.Snapshot.State?.Text == KnownResourceStates.Stopping);

    private void Add(IResource resource)
    {
        var instance = new ProcessInstance(resource);
        instances[instance.Id] = instance;
        StandardCommands.AddTo(resource, this);
        foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>()) endpoints[ServiceName(resource, endpoint)] = endpoint;
    }

    private async Task AllocateAsync(CancellationToken cancellationToken)
    {
        var randomize = configuration.GetValue<bool>("DcpPublisher:RandomizePorts");
        await Task.WhenAll(endpoints.Select(pair => Session.CreateAsync(new DcpService
        {
            Metadata = { Name = pair.Key },
            Spec =
            {
                Port = pair.Value.IsProxied && randomize ? null : pair.Value.Port,
                AddressAllocationMode = pair.Value.IsProxied ? "Localhost" : "Proxyless",
            },
        }, cancellationToken)));
        await Task.WhenAll(endpoints.Values.Select(e => e.Allocation.GetValueAsync(cancellationToken))).WaitAsync(PortLimit, clock, cancellationToken);
        foreach (var instance in instances.Values)
        {
            instance.Urls = await UrlsAsync(instance.Resource, cancellationToken);
            await PublishAsync(instance, s => s with { Urls = instance.Urls });
            if (instance.Resource is IResourceWithEndpoints) await eventing.PublishAsync(new ResourceEndpointsAllocatedEvent(instance.Resource, services), cancellationToken);
            foreach (var resource in Family(instance.Resource).OfType<IResourceWithConnectionString>())
                await eventing.PublishAsync(new ConnectionStringAvailableEvent(resource, services), cancellationToken);
        }
    }

    private async Task StartAsync(ProcessInstance instance, CancellationToken cancellationToken)
    {
        var console = consoles.GetLogger(instance.Id);
        await instance.Gate.WaitAsync(cancellationToken);
        try
        {
            await PublishAsync(instance, s => ProcessInstance.WithState(s, KnownResourceStates.Starting) with { StartTimeStamp = null, StopTimeStamp = null, ExitCode = null });
            instance.Retire();
            await Session.DeleteAsync(instance.Id, clock, cancellationToken);
            await eventing.PublishAsync(new BeforeResourceStartedEvent(instance.Resource, services), cancellationToken);
            await WaitAsync(instance, cancellationToken);
            var launch = await LaunchAsync(instance, console, cancellationToken);
            instance.IsStopping = false;
            await PublishAsync(instance, s => Describe(ProcessInstance.WithState(s, KnownResourceStates.Starting), instance.Resource, launch));
            await Session.CreateAsync(Executable(instance, launch), cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // One resource that cannot start is its own state, shown and logged; the others go on.
            DcpLog.FailedToStart(console, failure, instance.Resource.Name);
            DcpLog.FailedToStart(logger, failure, instance.Resource.Name);
            await PublishAsync(instance, s => ProcessInstance.WithState(s, KnownResourceStates.FailedToStart) with { StopTimeStamp = clock.GetUtcNow().UtcDateTime });
        }
        finally
        {
            instance.Gate.Release();
        }
    }

    private async Task WaitAsync(ProcessInstance instance, CancellationToken cancellationToken)
    {
        using var skip = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        instance.Waiting = skip;
        try
        {
            await notifications.WaitForDependenciesAsync(instance.Resource, skip.Token);
        }
        catch (OperationCanceledException) when (skip.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // Somebody said start: no more waiting.
        }
        finally
        {
            instance.Waiting = null;
        }
    }

    private async Task<ProcessLaunch> LaunchAsync(ProcessInstance instance, ILogger console, CancellationToken cancellationToken)
    {
        var context = new ProcessLaunchContext(instance.Resource, await processes.ArgumentsAsync(instance.Resource, console, cancellationToken),
            await processes.EnvironmentAsync(instance.Resource, instance.Id, console, cancellationToken), services, console);
        return instance.Resource.Annotations.OfType<ProcessLaunchAnnotation>().LastOrDefault() is { } own
            ? await own.Launch(context, cancellationToken)
            : ProcessConfiguration.Program(instance.Resource, context.Arguments, context.Environment);
    }

    private static DcpExecutable Executable(ProcessInstance instance, ProcessLaunch launch) => new()
    {
        Metadata =
        {
            Name = instance.Id,
            Annotations = new Dictionary<string, string>
            {
                ["resource-name"] = instance.Resource.Name,
                [DcpExecutable.ServiceProducer] = JsonSerializer.Serialize(instance.Resource.Annotations.OfType<EndpointAnnotation>()
                    .Select(e => new DcpExecutable.ProducedService(ServiceName(instance.Resource, e), e.TargetHost, TargetPort(instance.Resource, e))), CamelCase),
            },
        },
        Spec =
        {
            ExecutablePath = launch.Path,
            WorkingDirectory = launch.WorkingDirectory,
            Args = [.. launch.Arguments],
            Env = [.. launch.Environment.Select(variable => new DcpExecutable.NameValue(variable.Key, variable.Value))],
        },
    };

    private Task OnService(DcpService service)
    {
        if (endpoints.TryGetValue(service.Metadata.Name, out var endpoint) && service.Status?.EffectivePort is > 0 and var port)
            endpoint.AllocatedEndpoint = new(endpoint, endpoint.TargetHost, port, endpoint.IsProxied ? $$$"""{{- portForServing "{{{service.Metadata.Name}}}" -}}""" : $"{port}");
        return Task.CompletedTask;
    }

    private async Task OnExecutableAsync(WatchEventType type, DcpExecutable executable)
    {
        if (type == WatchEventType.Deleted || !instances.TryGetValue(executable.Metadata.Name, out var instance) || !instance.IsCurrent(executable.Metadata.Uid)) return;
        var status = executable.Status;
        var state = status?.State switch
        {
            null or "" or "Unknown" => KnownResourceStates.Starting,
            "Terminated" => KnownResourceStates.Exited,
            var other => other,
        };
        if (instance.IsStopping && state == KnownResourceStates.Running) return;
        var hasEnded = KnownResourceStates.TerminalStates.Contains(state);
        if (hasEnded || state == KnownResourceStates.Running) logs!.Follow(instance.Id, executable.Metadata.Uid);
        var endedBefore = notifications.TryGetCurrentState(instance.Id, out var before) && KnownResourceStates.TerminalStates.Contains(before.Snapshot.State?.Text ?? "");
        await PublishAsync(instance, s => ProcessInstance.WithState(s, state).With("executable.pid", status?.Pid) with
        {
            ExitCode = hasEnded ? status?.ExitCode : null,
            StartTimeStamp = status?.StartupTimestamp,
            StopTimeStamp = hasEnded ? status?.FinishTimestamp ?? clock.GetUtcNow().UtcDateTime : null,
        });
        if (hasEnded && !endedBefore && !instance.IsStopping && status?.ExitCode is not 0) DcpLog.Ended(logger, instance.Resource.Name, state, status?.ExitCode);
        if (!hasEnded || endedBefore || !notifications.TryGetCurrentState(instance.Id, out var ended)) return;
        foreach (var resource in Family(instance.Resource)) Run(() => eventing.PublishAsync(new ResourceStoppedEvent(resource, services, ended), CancellationToken.None), resource);
    }

    /// <summary>Tells of a process, and the same of the resources that live in it.</summary>
    private async Task PublishAsync(ProcessInstance instance, Func<CustomResourceSnapshot, CustomResourceSnapshot> change)
    {
        await notifications.PublishUpdateAsync(instance.Resource, instance.Id, change);
        if (!notifications.TryGetCurrentState(instance.Id, out var root) || root.Snapshot.State is not { } state) return;
        foreach (var child in Family(instance.Resource).Skip(1))
            await notifications.PublishUpdateAsync(child, s => ProcessInstance.WithState(s, state.Text) with { StartTimeStamp = root.Snapshot.StartTimeStamp, StopTimeStamp = root.Snapshot.StopTimeStamp });
    }

    private CustomResourceSnapshot Describe(CustomResourceSnapshot snapshot, IResource resource, ProcessLaunch launch)
    {
        snapshot = snapshot.With("executable.path", launch.Path).With("executable.workDir", launch.WorkingDirectory)
            .With("executable.args", launch.Arguments.ToImmutableArray(), sensitive: true) with
        {
            CreationTimeStamp = clock.GetUtcNow().UtcDateTime,
            EnvironmentVariables = [.. launch.Environment.Select(variable => new EnvironmentVariableSnapshot(variable.Key, variable.Value, IsFromSpec: true))],
        };
        return resource is ProjectResource project ? snapshot.With("project.path", project.GetProjectMetadata().ProjectPath) : snapshot;
    }

    private async Task<ImmutableArray<UrlSnapshot>> UrlsAsync(IResource resource, CancellationToken cancellationToken)
    {
        var context = new ResourceUrlsCallbackContext(execution, resource, [], cancellationToken);
        if (resource is IResourceWithEndpoints owner)
            context.Urls.AddRange(resource.Annotations.OfType<EndpointAnnotation>().Select(e => new ResourceUrlAnnotation { Url = e.AllocatedEndpoint!.UriString, Endpoint = new(owner, e) }));
        foreach (var annotation in resource.Annotations.OfType<ResourceUrlsCallbackAnnotation>()) await annotation.Callback(context);
        return [.. context.Urls.Select(url => new UrlSnapshot(url.Endpoint?.EndpointName, url.Url, url.DisplayLocation == UrlDisplayLocation.DetailsOnly)
        {
            IsInactive = true,
            DisplayProperties = new(url.DisplayText ?? ""),
        })];
    }

    /// <summary>The process's resource, then those that live in it.</summary>
    private IEnumerable<IResource> Family(IResource root) => model.Resources.Where(r => !r.IsProcess() && r is IResourceWithParent && r.GetRoot() == root).Prepend(root);

    private static string ServiceName(IResource resource, EndpointAnnotation endpoint) => $"{resource.Name}.{endpoint.Name}";

    /// <summary>A container's own port means nothing here: several of its kind share this machine.</summary>
    private static int? TargetPort(IResource resource, EndpointAnnotation endpoint) => resource is ContainerResource ? null : endpoint.TargetPort;

    private async Task WatchAsync<T>(Func<WatchEventType, T, Task> handle) where T : DcpObject
    {
        var (running, end) = (Session, stopped.Token);
        while (!end.IsCancellationRequested)
        {
            try
            {
                await foreach (var (type, item) in running.WatchAsync<T>(end)) await handle(type, item);
            }
            catch (Exception broken) when (!end.IsCancellationRequested)
            {
                // The next stream begins with everything that exists, so nothing is missed.
                DcpLog.WatchBroke(logger, broken);
                await Task.Delay(TimeSpan.FromMilliseconds(200), clock, CancellationToken.None);
            }
            catch (Exception) when (end.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>Work that nobody waits for; its failure is the resource's and shows in its console.</summary>
    private void Run(Func<Task> work, IResource resource) => _ = Task.Run(async () =>
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            DcpLog.HandlerFailed(consoles.GetLogger(resource), failure, resource.Name);
        }
    });
}
