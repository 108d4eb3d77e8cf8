using System.Diagnostics;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Signet.AppHost.Tests.Engine;

/// <summary>Alone on the machine: what is proved here is how long something takes.</summary>
[CollectionDefinition(nameof(EndingTests), DisableParallelization = true)]
public sealed class Alone;

/// <summary>However an AppHost ends, its processes end too.</summary>
[Collection(nameof(EndingTests))]
public sealed class EndingTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("KILL")]
    public async Task After_a_signal_to_the_AppHost_no_process_is_left_within_ten_seconds(string signal)
    {
        var rounds = signal == "KILL" && Environment.GetEnvironmentVariable("SIGNET_LONG") == "1" ? 50 : 1;
        for (var round = 0; round < rounds; round++) await EndOnceAsync(signal);
    }

    private static async Task EndOnceAsync(string signal)
    {
        var marker = $"ending-{Guid.CreateVersion7()}";
        var program = typeof(Projects.SmallAppHost).Assembly.Location;
        using var host = Process.Start(new ProcessStartInfo("dotnet", [program, "--marker", marker, "--DcpPublisher:RandomizePorts=true"]) { RedirectStandardOutput = true })!;
        var watch = new Stopwatch();
        try
        {
            await UntilAsync(() => Carriers(marker).Count >= 3, TimeSpan.FromSeconds(40), "web, stubborn and the AppHost run");
            Assert.NotEmpty(Carriers($"--monitor {host.Id}"));

            watch.Start();
            using (var kill = Process.Start("kill", [$"-{signal}", $"{host.Id}"])) await kill.WaitForExitAsync();
            await UntilAsync(() => Carriers(marker).Count == 0, Limit, $"nothing is left after SIG{signal}");
            await host.WaitForExitAsync();
            await UntilAsync(() => Carriers($"--monitor {host.Id}").Count == 0, Limit, "the orchestrator has ended itself");
        }
        finally
        {
            // What failed here must not stay and disturb the next one.
            if (!host.HasExited) host.Kill(entireProcessTree: true);
        }

        if (signal != "KILL") Assert.Equal(0, host.ExitCode);
        TestContext.Current.SendDiagnosticMessage($"SIG{signal}: all ended after {watch.Elapsed.TotalSeconds:0.0} s");
    }

    [Fact]
    public async Task Disposing_ends_every_process_also_while_something_still_waits()
    {
        var marker = $"disposing-{Guid.CreateVersion7()}";
        await using (var engine = await EngineApp.RunAsync(builder =>
        {
            var ill = EngineApp.Web(builder, "ill", isIll: true).WithArgs(marker);
            EngineApp.Loop(builder, "waiter").WithArgs(marker);
            EngineApp.Loop(builder, "never").WaitFor(ill);
        }))
        {
            await engine.ReachesAsync("ill", KnownResourceStates.Running);
            await engine.ReachesAsync("waiter", KnownResourceStates.Running);
            Assert.Equal(2, Carriers(marker).Count);
        }

        await UntilAsync(() => Carriers(marker).Count == 0, Limit, "nothing is left");
    }

    /// <summary>Processes of this application that carry the marker; the engine's own watchers do not.</summary>
    private static List<int> Carriers(string marker) =>
        [.. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Select(name => int.Parse(name!, System.Globalization.CultureInfo.InvariantCulture))
            .Where(id => CommandLine(id).Contains(marker, StringComparison.Ordinal))];

    private static string CommandLine(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").Replace('\0', ' ');
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static async Task UntilAsync(Func<bool> condition, TimeSpan limit, string what)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < limit, $"After {limit.TotalSeconds} s it is not so that {what}.");
            await Task.Delay(50);
        }
    }
}
