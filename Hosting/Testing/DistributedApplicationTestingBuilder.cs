using System.Reflection;
using System.Text.Json.Nodes;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

public interface IDistributedApplicationTestingBuilder : IDistributedApplicationBuilder, IAsyncDisposable, IDisposable
{
    Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken = default);
}

/// <summary>Runs an AppHost inside a test: its own Program, with random ports and without the dashboard.</summary>
public static class DistributedApplicationTestingBuilder
{
    private static readonly Dictionary<string, string?> Defaults = new()
    {
        ["DcpPublisher:RandomizePorts"] = "true",
        ["ASPNETCORE_URLS"] = "http://localhost:8080",
        ["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = "http://localhost:4317",
        ["ASPIRE_ALLOW_UNSECURED_TRANSPORT"] = "true",
    };

    /// <summary>Any type of the AppHost's assembly names it, such as <c>Projects.AppHost</c>.</summary>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(CancellationToken cancellationToken = default) where TEntryPoint : class =>
        CreateAsync<TEntryPoint>([], (_, _) => { }, cancellationToken);

    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(string[] args, CancellationToken cancellationToken = default) where TEntryPoint : class =>
        CreateAsync<TEntryPoint>(args, (_, _) => { }, cancellationToken);

    public static async Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(string[] args, Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configureBuilder, CancellationToken cancellationToken = default)
    {
        var assembly = typeof(TEntryPoint).Assembly;
        var main = assembly.EntryPoint ?? throw new InvalidOperationException($"{assembly.GetName().Name} has no entry point.");
        var run = new TestingRun((options, settings) => Configure(assembly, args, configureBuilder, options, settings));
        run.Start(() => main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, main.GetParameters().Length == 0 ? null : [args], null), $"{assembly.GetName().Name}.EntryPoint");
        return new TestingBuilder(await run.Builder.WaitAsync(cancellationToken), run);
    }

    /// <summary>An empty application for a model that the test composes.</summary>
    public static IDistributedApplicationTestingBuilder Create(params string[] args) => Create(args, (_, _) => { });

    public static IDistributedApplicationTestingBuilder Create(string[] args, Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configureBuilder)
    {
        var options = new DistributedApplicationOptions { Args = args };
        var settings = new HostApplicationBuilderSettings();
        Configure(Assembly.GetCallingAssembly(), args, configureBuilder, options, settings);
        return new TestingBuilder(new DistributedApplicationBuilder(options, settings), null);
    }

    private static void Configure(Assembly assembly, string[] args, Action<DistributedApplicationOptions, HostApplicationBuilderSettings> more, DistributedApplicationOptions options, HostApplicationBuilderSettings settings)
    {
        options.Args = settings.Args = args;
        options.AssemblyName = settings.ApplicationName = assembly.GetName().Name;
        (options.DisableDashboard, options.EnableResourceLogging) = (true, true);
        (settings.Configuration ??= new()).AddInMemoryCollection(Defaults).AddInMemoryCollection(LaunchSettings(assembly));
        more(options, settings);
    }

    /// <summary>What <c>dotnet run</c> would set for the AppHost, most of all that this is Development.</summary>
    private static IEnumerable<KeyValuePair<string, string?>> LaunchSettings(Assembly assembly)
    {
        var folder = assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == "apphostprojectpath")?.Value ?? "";
        var file = Path.Combine(folder, "Properties", "launchSettings.json");
        if (!File.Exists(file)) return [];
        var profile = JsonNode.Parse(File.ReadAllText(file))?["profiles"]?.AsObject().Select(p => p.Value).FirstOrDefault(p => (string?)p?["commandName"] == "Project");
        return from variable in profile?["environmentVariables"]?.AsObject() ?? []
               from name in new HashSet<string> { variable.Key, variable.Key.Replace("DOTNET_", "", StringComparison.Ordinal) }
               select new KeyValuePair<string, string?>(name, (string?)variable.Value);
    }

    private sealed class TestingBuilder(DistributedApplicationBuilder inner, TestingRun? run) : IDistributedApplicationTestingBuilder
    {
        private DistributedApplication? built;

        public ConfigurationManager Configuration => inner.Configuration;
        public string AppHostDirectory => inner.AppHostDirectory;
        public Assembly? AppHostAssembly => inner.AppHostAssembly;
        public IHostEnvironment Environment => inner.Environment;
        public IServiceCollection Services => inner.Services;
        public IDistributedApplicationEventing Eventing => inner.Eventing;
        public DistributedApplicationExecutionContext ExecutionContext => inner.ExecutionContext;
        public IResourceCollection Resources => inner.Resources;

        public IResourceBuilder<T> AddResource<T>(T resource) where T : IResource => inner.AddResource(resource);

        public IResourceBuilder<T> CreateResourceBuilder<T>(T resource) where T : IResource => inner.CreateResourceBuilder(resource);

        public DistributedApplication Build() => BuildAsync(CancellationToken.None).GetAwaiter().GetResult();

        public async Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken) =>
            built = run is null ? inner.Build() : await run.BuildAsync(cancellationToken);

        public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

        public async ValueTask DisposeAsync()
        {
            run?.Abandon();
            if (built is not null) await built.DisposeAsync();
        }
    }
}
