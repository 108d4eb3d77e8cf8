using Aspire.Hosting;
using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Dashboard.Wire;
using Aspire.Hosting.Testing;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using Signet.AppHost.Tests.Engine;

namespace Signet.AppHost.Tests.Resources;

/// <summary>What the dashboard is told, over the wire that it uses.</summary>
public sealed class ResourceServiceTests
{
    private const string Key = "key of this test";
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("another key")]
    [InlineData(null)]
    public async Task Without_the_key_nothing_is_told(string? key)
    {
        await using var engine = await EngineApp.RunAsync(builder => AddService(builder));
        await engine.Started;
        using var channel = Open(engine);
        var client = new DashboardService.DashboardServiceClient(channel);
        var refused = await Assert.ThrowsAsync<RpcException>(() => client.GetApplicationInformationAsync(new(), Headers(key), cancellationToken: None).ResponseAsync);
        Assert.Equal(StatusCode.Unauthenticated, refused.StatusCode);
        using var watch = client.WatchResources(new(), Headers(key), cancellationToken: None);
        refused = await Assert.ThrowsAsync<RpcException>(() => watch.ResponseStream.MoveNext(None));
        Assert.Equal(StatusCode.Unauthenticated, refused.StatusCode);
    }

    [Fact]
    public async Task Resources_come_first_then_their_changes_their_logs_and_what_can_be_done_with_them()
    {
        await using var engine = await EngineApp.RunAsync(builder =>
        {
            AddService(builder);
            var secret = builder.AddParameter("secret", "hidden", secret: true);
            builder.AddParameter("told", "open");
            EngineApp.Web(builder, "web").WithEnvironment("SECRET", secret).WithReferenceRelationship(secret);
            EngineApp.Shell(builder, "speaker", "echo said; sleep 600");
        });
        await engine.HealthyAsync("web");
        using var channel = Open(engine);
        var client = new DashboardService.DashboardServiceClient(channel);
        Assert.NotEmpty((await client.GetApplicationInformationAsync(new(), Headers(Key), cancellationToken: None)).ApplicationName);

        using var watch = client.WatchResources(new(), Headers(Key), cancellationToken: None);
        Assert.True(await watch.ResponseStream.MoveNext(None));
        Assert.Equal(WatchResourcesUpdate.KindOneofCase.InitialData, watch.ResponseStream.Current.KindCase);

        var web = await UntilAsync(watch, r => r.DisplayName == "web" && r.HealthReports is [{ Status: WireHealthStatus.Healthy }]);
        Assert.Equal(("Running", "Executable"), (web.State, web.ResourceType));
        Assert.StartsWith("http://localhost:", web.Urls.Single().FullUrl, StringComparison.Ordinal);
        Assert.Contains(web.Relationships, r => r is { ResourceName: "secret", Type: "Reference" });
        Assert.Equal([("start", WireCommandState.Hidden), ("stop", WireCommandState.Enabled), ("restart", WireCommandState.Enabled)], web.Commands.Select(c => (c.Name, c.State)));
        Assert.All(web.Properties.Where(p => p.Name == "executable.args"), p => Assert.True(p.IsSensitive));

        using var all = client.WatchResources(new(), Headers(Key), cancellationToken: None);
        var secretParameter = await UntilAsync(all, r => r.DisplayName == "secret");
        Assert.True(secretParameter.Properties.Single(p => p.Name == "Value").IsSensitive);
        Assert.Equal(WireInputType.SecretText, secretParameter.Commands.Single(c => c.Name == "set-parameter").ArgumentInputs[0].InputType);

        using var logs = client.WatchResourceConsoleLogs(new() { ResourceName = (await UntilAsync(client, "speaker")).Name }, Headers(Key), cancellationToken: None);
        var lines = new List<ConsoleLogLine>();
        while (!lines.Exists(l => l.Text.EndsWith(" said", StringComparison.Ordinal)) && await logs.ResponseStream.MoveNext(None)) lines.AddRange(logs.ResponseStream.Current.LogLines);
        Assert.Equal(lines.Select(l => l.LineNumber).Order(), lines.Select(l => l.LineNumber));

        var stopped = await client.ExecuteResourceCommandAsync(new() { ResourceName = web.Name, CommandName = "stop" }, Headers(Key), cancellationToken: None);
        Assert.Equal(ResourceCommandResponseKind.Succeeded, stopped.Kind);
        var ended = await UntilAsync(watch, r => r.DisplayName == "web" && r.State is "Finished" or "Exited");
        Assert.Equal(WireCommandState.Enabled, ended.Commands.Single(c => c.Name == "start").State);
    }

    [Fact]
    public async Task A_parameter_is_set_and_a_command_that_is_not_there_fails_with_words()
    {
        await using var engine = await EngineApp.RunAsync(builder =>
        {
            AddService(builder);
            builder.AddParameter("told", "before");
        });
        await engine.Started;
        using var channel = Open(engine);
        var client = new DashboardService.DashboardServiceClient(channel);
        var set = await client.ExecuteResourceCommandAsync(
            new() { ResourceName = "told", CommandName = "set-parameter", Arguments = { ["Value"] = Value.ForString("after"), ["SaveToUserSecrets"] = Value.ForBool(false) } }, Headers(Key), cancellationToken: None);
        Assert.Equal(ResourceCommandResponseKind.Succeeded, set.Kind);
        Assert.Equal("after", (await engine.NowAsync("told")).Properties.Single(p => p.Name == "Value").Value);

        foreach (var (resource, command) in new[] { ("told", "explode"), ("nobody", "stop") })
        {
            var failed = await client.ExecuteResourceCommandAsync(new() { ResourceName = resource, CommandName = command }, Headers(Key), cancellationToken: None);
            Assert.Equal(ResourceCommandResponseKind.Failed, failed.Kind);
            Assert.NotEmpty(failed.Message);
        }
    }

    /// <summary>The service alone: tests have no dashboard.</summary>
    private static void AddService(IDistributedApplicationTestingBuilder builder) => builder.Services
        .AddSingleton(new ResourceServiceKey(Key)).AddSingleton<ResourceServiceServer>().AddHostedService(services => services.GetRequiredService<ResourceServiceServer>());

    private static GrpcChannel Open(EngineApp engine) => GrpcChannel.ForAddress(engine.Service<ResourceServiceServer>().Url);

    private static Metadata Headers(string? key) => key is null ? [] : new() { { "x-resource-service-api-key", key } };

    private static async Task<Aspire.Hosting.Dashboard.Wire.Resource> UntilAsync(DashboardService.DashboardServiceClient client, string name)
    {
        using var watch = client.WatchResources(new(), Headers(Key), cancellationToken: None);
        return await UntilAsync(watch, r => r.DisplayName == name);
    }

    private static async Task<Aspire.Hosting.Dashboard.Wire.Resource> UntilAsync(AsyncServerStreamingCall<WatchResourcesUpdate> watch, Func<Aspire.Hosting.Dashboard.Wire.Resource, bool> expected)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(None);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (await watch.ResponseStream.MoveNext(limit.Token))
            if (watch.ResponseStream.Current.Changes?.Value.Select(c => c.Upsert).FirstOrDefault(r => r is not null && expected(r)) is { } found) return found;
        throw new InvalidOperationException("The stream ended.");
    }
}
