using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Signet.AppHost.Tests.Engine;

public sealed class WaitingTests
{
    [Fact]
    public async Task A_waiter_starts_only_when_its_dependency_is_healthy()
    {
        await using var engine = await EngineApp.RunAsync(builder =>
        {
            var web = EngineApp.Web(builder, "web", isIll: true);
            EngineApp.Loop(builder, "patient").WaitFor(web);
            EngineApp.Loop(builder, "hasty").WaitForStart(web);
        });

        await engine.ReachesAsync("web", s => s.HealthReports.Any(r => r.Status == Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Unhealthy));
        await engine.ReachesAsync("hasty", KnownResourceStates.Running);
        var waiting = await engine.NowAsync("patient");
        Assert.Equal(KnownResourceStates.Waiting, waiting.State?.Text);
        Assert.Contains(waiting.Properties, p => p.Name == "resource.waitingFor" && p.Value is IEnumerable<string> names && names.SequenceEqual(["web"]));
        Assert.False(engine.Started.IsCompleted);

        using (var client = new HttpClient()) await client.GetStringAsync($"{(await engine.NowAsync("web")).Urls.Single().Url}/recover");
        var started = await engine.ReachesAsync("patient", KnownResourceStates.Running);
        Assert.DoesNotContain(started.Properties, p => p.Name == "resource.waitingFor");
        await engine.Started;
    }

    [Fact]
    public async Task A_waiter_for_completion_starts_after_success_and_fails_after_failure()
    {
        await using var engine = await EngineApp.RunAsync(builder =>
        {
            var good = EngineApp.Shell(builder, "good", "exit 0");
            var bad = EngineApp.Shell(builder, "bad", "exit 3");
            EngineApp.Loop(builder, "after-good").WaitForCompletion(good);
            EngineApp.Loop(builder, "after-bad").WaitForCompletion(bad);
            EngineApp.Loop(builder, "expects-bad").WaitForCompletion(bad, exitCode: 3);
            EngineApp.Loop(builder, "at-the-end").WaitFor(builder.CreateResourceBuilder<ExecutableResource>("after-bad"));
        });

        await engine.ReachesAsync("after-good", KnownResourceStates.Running);
        await engine.ReachesAsync("expects-bad", KnownResourceStates.Running);
        await engine.ReachesAsync("after-bad", KnownResourceStates.FailedToStart);
        await engine.ReachesAsync("at-the-end", KnownResourceStates.FailedToStart);
        Assert.Equal(3, (await engine.NowAsync("bad")).ExitCode);
        Assert.Contains(await engine.ConsoleUntilAsync("after-bad", "exit code 3"), line => line.IsErrorMessage);
        await engine.Started;
    }

    [Fact]
    public async Task A_dependency_that_ends_early_fails_its_waiter_unless_it_goes_on_waiting()
    {
        await using var engine = await EngineApp.RunAsync(builder =>
        {
            var flaky = EngineApp.Shell(builder, "flaky", "exit 1").WithHttpEndpoint().WithHttpHealthCheck("/");
            EngineApp.Loop(builder, "strict").WaitFor(flaky);
            EngineApp.Loop(builder, "lenient").WaitFor(flaky, WaitBehavior.WaitOnResourceUnavailable);
        });

        await engine.ReachesAsync("strict", KnownResourceStates.FailedToStart);
        Assert.Equal(KnownResourceStates.Waiting, await engine.StateAsync("lenient"));

        Assert.True((await engine.CommandAsync("lenient", KnownResourceCommands.StartCommand)).Success);
        await engine.ReachesAsync("lenient", KnownResourceStates.Running);
        await engine.Started;
    }

    [Fact]
    public async Task Ready_handlers_run_before_the_waiters_start_and_their_failure_reaches_them()
    {
        var order = new List<string>();
        await using var engine = await EngineApp.RunAsync(builder =>
        {
            var first = EngineApp.Loop(builder, "first").OnResourceReady(async (_, _, cancellationToken) =>
            {
                await Task.Delay(300, cancellationToken);
                order.Add("ready");
            });
            EngineApp.Loop(builder, "second").WaitFor(first).OnBeforeResourceStarted((_, _, _) => Task.CompletedTask)
                .WithEnvironment(_ => order.Add("second"));
            var broken = EngineApp.Loop(builder, "broken").OnResourceReady((_, _, _) => throw new InvalidOperationException("No seed."));
            EngineApp.Loop(builder, "unlucky").WaitFor(broken);
        });

        await engine.Started;
        Assert.Equal(["ready", "second"], order);
        Assert.Equal(KnownResourceStates.FailedToStart, await engine.StateAsync("unlucky"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => engine.HealthyAsync("broken"));
        await engine.HealthyAsync("second");
    }

    [Fact]
    public async Task What_a_handler_before_the_start_throws_makes_that_resource_fail_and_no_other()
    {
        await using var engine = await EngineApp.RunAsync(builder =>
        {
            EngineApp.Loop(builder, "refused").OnBeforeResourceStarted((_, _, _) => throw new InvalidOperationException("Not today."));
            EngineApp.Loop(builder, "free").OnBeforeResourceStarted((_, _, _) => Task.CompletedTask);
        });

        await engine.Started;
        Assert.Equal(KnownResourceStates.FailedToStart, await engine.StateAsync("refused"));
        await engine.ReachesAsync("free", KnownResourceStates.Running);
        await engine.ConsoleUntilAsync("refused", "Not today.");
    }
}
