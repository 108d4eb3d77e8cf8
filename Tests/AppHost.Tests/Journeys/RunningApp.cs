using Signet.Testing;

[assembly: AssemblyFixture(typeof(Signet.AppHost.Tests.Journeys.RunningApp))]

namespace Signet.AppHost.Tests.Journeys;

/// <summary>One AppHost for all journeys, started when the first one asks.</summary>
public sealed class RunningApp : IAsyncDisposable
{
    private readonly Lazy<Task<DistributedApp>> app = new(DistributedApp.StartAsync);

    public Task<DistributedApp> GetAsync() => app.Value;

    public async ValueTask DisposeAsync()
    {
        // A start that failed has failed the tests already; there is nothing to end.
        if (app is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await app.Value).DisposeAsync();
        }
    }
}
