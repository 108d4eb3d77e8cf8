using System.Text.Json;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;

namespace Signet.AppHost.Tests.Engine;

public sealed class EnvironmentTests
{
    [Fact]
    public async Task References_become_variables_of_the_process_that_has_them()
    {
        await using var engine = await EngineApp.RunAsync(builder =>
        {
            var store = builder.AddResource(new Store("store-1"));
            var api = builder.AddProject<NoSuchProject>("api", launchProfileName: null).WithHttpsEndpoint().WithEndpoint(scheme: "tcp", name: "side");
            var web = EngineApp.Web(builder, "web")
                .WithReference(store).WithReference(api)
                .WithEnvironment("SAME", "first").WithEnvironment("SAME", "last")
                .WithEnvironment("MIXED", $"host={api.GetEndpoint("https").Property(EndpointProperty.Host)};{store};encoded={store:uri}")
                .WithEnvironment("DIRECT", api.GetEndpoint("https"));
            EngineApp.Web(builder, "stranger").WithReference(web.GetEndpoint("http")).WithReference("outside", new Uri("https://example.org/api"));
        });
        await engine.HealthyAsync("web");
        await engine.Started;

        var web = await VariablesOfAsync(engine, "web");
        var api = (await engine.NowAsync("api")).Urls.Single(u => u.Name == "https").Url;
        var side = (await engine.NowAsync("api")).Urls.Single(u => u.Name == "side").Url;
        Assert.StartsWith("https://localhost:", api, StringComparison.Ordinal);
        Assert.Equal((api, api), (web["services__api__https__0"], web["API_HTTPS"]));
        Assert.Equal((side, side), (web["services__api__side__0"], web["API_SIDE"]));
        Assert.Equal(("Server=here;Key=a b", "here"), (web["ConnectionStrings__store-1"], web["STORE_1_SERVER"]));
        Assert.Equal(("last", api), (web["SAME"], web["DIRECT"]));
        Assert.Equal("host=localhost;Server=here;Key=a b;encoded=Server%3Dhere%3BKey%3Da%20b", web["MIXED"]);

        await engine.HealthyAsync("stranger");
        var stranger = await VariablesOfAsync(engine, "stranger");
        Assert.Equal((await engine.NowAsync("web")).Urls.Single().Url, stranger["services__web__http__0"]);
        Assert.Equal("https://example.org/api", stranger["services__outside__default__0"]);
        Assert.DoesNotContain(stranger.Keys, key => key.StartsWith("ConnectionStrings", StringComparison.Ordinal) || key.StartsWith("services__api", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_project_is_told_its_addresses_and_its_telemetry_but_never_to_show_queries()
    {
        await using var engine = await EngineApp.RunAsync(builder =>
        {
            builder.Configuration["AppHost:OtlpApiKey"] = "key";
            builder.AddProject<NoSuchProject>("api", launchProfileName: null).WithHttpEndpoint().WithHttpsEndpoint();
            builder.AddProject<NoSuchProject>("worker", launchProfileName: null).WithEnvironment("ASPNETCORE_URLS", "http://own");
        });
        await engine.Started;

        var api = (await engine.NowAsync("api")).EnvironmentVariables.ToDictionary(v => v.Name, v => v.Value);
        Assert.Matches("^http://localhost:.*portForServing.*;https://localhost:.*portForServing", api["ASPNETCORE_URLS"]);
        Assert.Equal($"{new Uri((await engine.NowAsync("api")).Urls.Single(u => u.Name == "https").Url).Port}", api["ASPNETCORE_HTTPS_PORT"]);
        Assert.Equal(("api", "http://localhost:4317", "x-otlp-api-key=key"), (api["OTEL_SERVICE_NAME"], api["OTEL_EXPORTER_OTLP_ENDPOINT"], api["OTEL_EXPORTER_OTLP_HEADERS"]));
        Assert.Matches("^service.instance.id=[a-z]{8}$", api["OTEL_RESOURCE_ATTRIBUTES"]);
        Assert.DoesNotContain(api.Keys, key => key.Contains("QUERY_REDACTION", StringComparison.Ordinal));
        Assert.Contains((await engine.NowAsync("worker")).EnvironmentVariables, v => v is { Name: "ASPNETCORE_URLS", Value: "http://own" });
    }

    [Fact]
    public async Task A_missing_connection_string_fails_the_start_unless_it_is_optional()
    {
        await using var engine = await EngineApp.RunAsync(builder =>
        {
            var empty = builder.AddResource(new Store("empty", ReferenceExpression.Empty));
            EngineApp.Loop(builder, "needs").WithReference(empty);
            EngineApp.Loop(builder, "likes").WithReference(empty, optional: true);
        });
        await engine.ReachesAsync("needs", KnownResourceStates.FailedToStart);
        await engine.ReachesAsync("likes", KnownResourceStates.Running);
        await engine.ConsoleUntilAsync("needs", "'empty' is not available");
    }

    [Fact]
    public async Task Ports_are_random_in_tests_and_two_applications_run_side_by_side()
    {
        static void Compose(IDistributedApplicationTestingBuilder builder) => EngineApp.Web(builder, "web").WithEndpoint("http", e => e.Port = 18081);
        await using var one = await EngineApp.RunAsync(Compose);
        await using var two = await EngineApp.RunAsync(Compose);
        await Task.WhenAll(one.HealthyAsync("web"), two.HealthyAsync("web"));

        var (first, second) = (one.App.GetEndpoint("web"), two.App.GetEndpoint("web", "http"));
        Assert.Equal(3, new[] { first.Port, second.Port, 18081 }.Distinct().Count());
        Assert.NotEqual($"{first.Port}", (await VariablesOfAsync(one, "web"))["PORT"]);
        Assert.Throws<ArgumentException>(() => one.App.GetEndpoint("web", "ftp"));
        Assert.Throws<ArgumentException>(() => one.App.GetEndpoint("nobody"));
    }

    private static async Task<Dictionary<string, string>> VariablesOfAsync(EngineApp engine, string name) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(await engine.GetAsync(name, "/"))!;

    private sealed class Store(string name, ReferenceExpression? connection = null) : Resource(name), IResourceWithConnectionString
    {
        public ReferenceExpression ConnectionStringExpression => connection ?? ReferenceExpression.Create($"Server={"here"};Key=a b");

        public IEnumerable<KeyValuePair<string, ReferenceExpression>> GetConnectionProperties() => [new("Server", ReferenceExpression.Create($"here"))];
    }

    [ProjectOutput("/nowhere/none.dll")]
    private sealed class NoSuchProject : IProjectMetadata
    {
        public string ProjectPath => "/tmp/none.csproj";

        public bool SuppressBuild => true;
    }
}
