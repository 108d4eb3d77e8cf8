using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

public class DistributedApplication : IHost, IAsyncDisposable
{
    private readonly IHost host;
    private readonly TestingRun? testing;
    private Task? disposal;
    private bool hasBegun;

    public DistributedApplication(IHost host) : this(host, null) { }

    internal DistributedApplication(IHost host, TestingRun? testing) => (this.host, this.testing) = (host, testing);

    public IServiceProvider Services => host.Services;
    public ResourceNotificationService ResourceNotifications => Services.GetRequiredService<ResourceNotificationService>();
    public ResourceCommandService ResourceCommands => Services.GetRequiredService<ResourceCommandService>();

    public static IDistributedApplicationBuilder CreateBuilder() => CreateBuilder([]);

    public static IDistributedApplicationBuilder CreateBuilder(string[] args) => new DistributedApplicationBuilder(args);

    public static IDistributedApplicationBuilder CreateBuilder(DistributedApplicationOptions options) => new DistributedApplicationBuilder(options);

    public void Run() => RunAsync().GetAwaiter().GetResult();

    /// <summary>Starts, waits for the shutdown (Ctrl-C), ends every process, disposes.</summary>
    public virtual async Task RunAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await (testing is null ? StartHostAsync(cancellationToken) : testing.StartAsync(() => StartHostAsync(cancellationToken)));
            await host.WaitForShutdownAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested)
        {
            // Ctrl-C while still starting: an ordinary end.
        }
        finally
        {
            await DisposeAsync();
        }
    }

    /// <summary>Returns when every resource that starts by itself was started, so after everything that they wait for.</summary>
    public virtual Task StartAsync(CancellationToken cancellationToken = default) =>
        testing is null ? StartHostAsync(cancellationToken) : testing.RequestStartAsync(cancellationToken);

    public virtual Task StopAsync(CancellationToken cancellationToken = default) => host.StopAsync(cancellationToken);

    public virtual void Dispose()
    {
        GC.SuppressFinalize(this);
        DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        testing?.Abandon();
        // A test and the AppHost's own Run may both end it.
        lock (host) return new(disposal ??= EndAsync());
    }

    private async Task EndAsync()
    {
        if (hasBegun && !Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopped.IsCancellationRequested) await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }

    private async Task StartHostAsync(CancellationToken cancellationToken)
    {
        hasBegun = true;
        var services = host.Services;
        await services.GetRequiredService<IDistributedApplicationEventing>()
            .PublishAsync(new BeforeStartEvent(services, services.GetRequiredService<DistributedApplicationModel>()), cancellationToken);
        await host.StartAsync(cancellationToken);
    }
}
