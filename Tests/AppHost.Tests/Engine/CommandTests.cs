using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Signet.AppHost.Tests.Engine;

public sealed class CommandTests
{
    [Fact]
    public async Task Stop_ends_the_process_and_start_brings_a_new_one_that_becomes_healthy()
    {
        var (ready, stopped) = (0, 0);
        await using var engine = await EngineApp.RunAsync(builder => EngineApp.Web(builder, "web")
            .OnResourceReady((_, _, _) => Task.FromResult(Interlocked.Increment(ref ready)))
            .OnResourceStopped((_, _, _) => Task.FromResult(Interlocked.Increment(ref stopped))));
        await engine.HealthyAsync("web");
        var before = await engine.NowAsync("web");
        Assert.Equal(ResourceCommandState.Hidden, Command(before, "start"));
        Assert.Equal(ResourceCommandState.Enabled, Command(before, "stop"));

        Assert.True((await engine.CommandAsync("web", KnownResourceCommands.StopCommand)).Success);
        var ended = await engine.NowAsync("web");
        Assert.Contains(ended.State?.Text, KnownResourceStates.TerminalStates);
        Assert.Null(ended.HealthStatus);
        Assert.NotNull(ended.StopTimeStamp);
        Assert.All(ended.Urls, url => Assert.True(url.IsInactive));
        Assert.Equal(ResourceCommandState.Enabled, Command(ended, "start"));
        Assert.Equal(ResourceCommandState.Hidden, Command(ended, "stop"));
        Assert.Equal(ResourceCommandState.Disabled, Command(ended, "restart"));
        Assert.False(Directory.Exists($"/proc/{Pid(before)}"));

        Assert.True((await engine.CommandAsync("web", KnownResourceCommands.StartCommand)).Success);
        await engine.HealthyAsync("web");
        var after = await engine.NowAsync("web");
        Assert.NotEqual(Pid(before), Pid(after));
        Assert.Equal(before.Urls.Single().Url, after.Urls.Single().Url);
        await engine.GetAsync("web", "/");

        Assert.True((await engine.CommandAsync("web", KnownResourceCommands.RestartCommand)).Success);
        await engine.HealthyAsync("web");
        Assert.NotEqual(Pid(after), Pid(await engine.NowAsync("web")));
        Assert.Equal((3, 2), (ready, stopped));
    }

    [Fact]
    public async Task An_explicit_start_waits_for_the_command_and_an_unknown_command_is_refused()
    {
        await using var engine = await EngineApp.RunAsync(builder => EngineApp.Loop(builder, "later").WithExplicitStart()
            .WithCommand("greet", "Greet", context => Task.FromResult(CommandResults.Success($"Hello from {context.ResourceName}")))
            .WithCommand("break", "Break", _ => throw new InvalidOperationException("Broken.")));
        await engine.Started;
        Assert.Equal(KnownResourceStates.NotStarted, await engine.StateAsync("later"));

        Assert.False((await engine.CommandAsync("later", "dance")).Success);
        Assert.StartsWith("Hello from later-", (await engine.CommandAsync("later", "greet")).Message, StringComparison.Ordinal);
        Assert.Equal("Broken.", (await engine.CommandAsync("later", "break")).Message);

        Assert.True((await engine.CommandAsync("later", KnownResourceCommands.StartCommand)).Success);
        await engine.ReachesAsync("later", KnownResourceStates.Running);
    }

    private static ResourceCommandState Command(CustomResourceSnapshot snapshot, string name) => snapshot.Commands.Single(c => c.Name == name).State;

    private static int Pid(CustomResourceSnapshot snapshot) => (int)snapshot.Properties.Single(p => p.Name == "executable.pid").Value!;
}
