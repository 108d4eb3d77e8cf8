using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;

namespace Signet.AppHost.Tests.Engine;

public sealed class TestingBuilderTests
{
    [Fact]
    public async Task An_AppHost_runs_twice_in_one_process_at_the_same_time()
    {
        var builders = await Task.WhenAll(CreateAsync(), CreateAsync());
        var apps = await Task.WhenAll(builders.Select(b => b.BuildAsync(TestContext.Current.CancellationToken)));
        Assert.Throws<InvalidOperationException>(() => apps[0].GetEndpoint("web"));
        await Task.WhenAll(apps.Select(app => app.StartAsync(TestContext.Current.CancellationToken)));

        Assert.NotEqual(apps[0].GetEndpoint("web"), apps[1].GetEndpoint("web"));
        foreach (var app in apps)
        {
            await app.ResourceNotifications.WaitForResourceHealthyAsync("stubborn", TestContext.Current.CancellationToken);
            using var client = app.CreateHttpClient("web");
            Assert.Equal("well", await client.GetStringAsync(new Uri("/", UriKind.Relative)));
            await app.StopAsync(TestContext.Current.CancellationToken);
            await app.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_test_can_change_the_model_before_it_is_built()
    {
        await using var builder = await CreateAsync();
        Assert.Equal("Development", builder.Environment.EnvironmentName);
        builder.CreateResourceBuilder<ExecutableResource>("stubborn").WithExplicitStart();
        await using var app = await builder.BuildAsync(TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        Assert.True(await app.ResourceNotifications.WaitForResourceAsync("stubborn", [KnownResourceStates.NotStarted, KnownResourceStates.Running], TestContext.Current.CancellationToken) == KnownResourceStates.NotStarted);
    }

    [Fact]
    public async Task A_program_that_fails_before_it_builds_fails_the_test_with_its_own_words()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => DistributedApplicationTestingBuilder.CreateAsync<Projects.SmallAppHost>(TestContext.Current.CancellationToken));
        Assert.Contains("--marker", failure.Message, StringComparison.Ordinal);
    }

    private static Task<IDistributedApplicationTestingBuilder> CreateAsync() =>
        DistributedApplicationTestingBuilder.CreateAsync<Projects.SmallAppHost>(["--marker", "testing"], TestContext.Current.CancellationToken);
}
