using Aspire.Hosting.ApplicationModel;

namespace Signet.AppHost.Tests.Engine;

public sealed class LogTests
{
    [Fact]
    public async Task A_console_holds_what_its_process_printed_and_nothing_of_others()
    {
        await using var engine = await EngineApp.RunAsync(builder =>
        {
            EngineApp.Shell(builder, "talker", "echo to-out; echo to-err >&2; sleep 0.3; echo run-$$; exec sleep 60");
            EngineApp.Shell(builder, "other", "echo from-other; exec sleep 60");
        });

        await engine.ConsoleUntilAsync("talker", "to-err");
        var lines = await engine.ConsoleUntilAsync("talker", "run-");
        Assert.True(lines.Single(l => l.Content.EndsWith(" to-err", StringComparison.Ordinal)).IsErrorMessage);
        Assert.False(lines.Single(l => l.Content.EndsWith(" to-out", StringComparison.Ordinal)).IsErrorMessage);
        Assert.All(lines, line => Assert.Matches(@"^\d{4}-\d\d-\d\dT", line.Content));
        Assert.Equal(lines.Select(l => l.LineNumber).Order(), lines.Select(l => l.LineNumber));
        Assert.DoesNotContain(lines, l => l.Content.Contains("from-other", StringComparison.Ordinal));

        await engine.CommandAsync("talker", KnownResourceCommands.RestartCommand);
        var firstRun = lines.Single(l => l.Content.Contains(" run-", StringComparison.Ordinal)).Content;
        var numbered = new List<LogLine>();
        while (numbered.Count(l => l.Content.Contains(" run-", StringComparison.Ordinal)) < 2)
        {
            numbered = [.. await engine.ConsoleUntilAsync("talker", " run-")];
            await Task.Delay(100);
        }

        Assert.Contains(numbered, l => l.Content == firstRun);
    }

    [Fact]
    public async Task A_program_that_is_missing_fails_to_start_and_its_console_says_why()
    {
        await using var engine = await EngineApp.RunAsync(builder => builder.AddResource(new ExecutableResource("ghost", "/nowhere/ghost", "/tmp")));
        await engine.ReachesAsync("ghost", KnownResourceStates.FailedToStart);
        Assert.Contains(await engine.ConsoleUntilAsync("ghost", "/nowhere/ghost"), l => l.Content.Contains("[sys]", StringComparison.Ordinal));
    }
}
