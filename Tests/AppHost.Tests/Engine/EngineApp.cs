using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;

namespace Signet.AppHost.Tests.Engine;

/// <summary>A small model on the real orchestrator, and the words to talk about it.</summary>
internal sealed class EngineApp : IAsyncDisposable
{
    /// <summary>Answers with its environment; <c>/health</c> answers 503 until somebody asked for <c>/recover</c>.</summary>
    private const string WebServer = """
        let well = !process.env.ILL;
        require('http').createServer((request, response) => {
            if (request.url === '/recover') well = true;
            response.statusCode = request.url === '/health' && !well ? 503 : 200;
            response.end(JSON.stringify(process.env));
        }).listen(process.env.PORT, 'localhost');
        """;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    private readonly CancellationTokenSource limit = new(Limit);

    private EngineApp(DistributedApplication app)
    {
        App = app;
        Started = app.StartAsync(limit.Token);
    }

    public DistributedApplication App { get; }

    /// <summary>Done when everything that starts by itself was started.</summary>
    public Task Started { get; }

    public static Task<EngineApp> RunAsync(Action<IDistributedApplicationTestingBuilder> compose) => RunAsync([], _ => { }, compose);

    public static async Task<EngineApp> RunAsync(string[] args, Action<DistributedApplicationOptions> configure, Action<IDistributedApplicationTestingBuilder> compose)
    {
        var builder = DistributedApplicationTestingBuilder.Create(args, (options, _) => configure(options));
        compose(builder);
        return new(await builder.BuildAsync());
    }

    public static IResourceBuilder<ExecutableResource> Web(IDistributedApplicationBuilder builder, string name, bool isIll = false) =>
        builder.AddExecutable(name, "node", ".", "-e", WebServer).WithHttpEndpoint(env: "PORT").WithHttpHealthCheck("/health")
            .WithEnvironment(context => { if (isIll) context.EnvironmentVariables["ILL"] = "yes"; });

    public static IResourceBuilder<ExecutableResource> Shell(IDistributedApplicationBuilder builder, string name, string script) =>
        builder.AddExecutable(name, "sh", ".", "-c", script);

    public static IResourceBuilder<ExecutableResource> Loop(IDistributedApplicationBuilder builder, string name) => Shell(builder, name, "while true; do sleep 0.2; done");

    public async Task<CustomResourceSnapshot> ReachesAsync(string name, Func<CustomResourceSnapshot, bool> expected)
    {
        var reached = App.ResourceNotifications.WaitForResourceAsync(name, e => expected(e.Snapshot), limit.Token);
        // An application that could not start at all says so itself, now instead of at the limit.
        if (await Task.WhenAny(reached, Started) == Started) await Started;
        return (await reached).Snapshot;
    }

    public Task<CustomResourceSnapshot> ReachesAsync(string name, string state) => ReachesAsync(name, s => s.State?.Text == state);

    public Task HealthyAsync(string name) => App.ResourceNotifications.WaitForResourceHealthyAsync(name, limit.Token);

    public Task<CustomResourceSnapshot> NowAsync(string name) => ReachesAsync(name, _ => true);

    public async Task<string?> StateAsync(string name) => (await NowAsync(name)).State?.Text;

    public async Task<ExecuteCommandResult> CommandAsync(string name, string command) =>
        await App.ResourceCommands.ExecuteCommandAsync(Find(name), command, limit.Token);

    public async Task<string> GetAsync(string name, string path)
    {
        using var client = App.CreateHttpClient(name);
        return await client.GetStringAsync(new Uri(path, UriKind.Relative), limit.Token);
    }

    /// <summary>The resource's console up to the line that holds the text.</summary>
    public async Task<IReadOnlyList<LogLine>> ConsoleUntilAsync(string name, string text)
    {
        var lines = new List<LogLine>();
        await foreach (var batch in Service<ResourceLoggerService>().WatchAsync(Find(name)).WithCancellation(limit.Token))
        {
            lines.AddRange(batch);
            if (batch.Any(line => line.Content.Contains(text, StringComparison.Ordinal))) break;
        }

        return lines;
    }

    public T Service<T>() where T : notnull => Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<T>(App.Services);

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        limit.Dispose();
    }

    private IResource Find(string name) =>
        Service<DistributedApplicationModel>().Resources.TryGetByName(name, out var resource) ? resource : throw new ArgumentException($"No {name}.", nameof(name));
}
