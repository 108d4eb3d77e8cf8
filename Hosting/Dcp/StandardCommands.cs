using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Dcp;

/// <summary>Start, stop and restart, as every process has them.</summary>
internal static class StandardCommands
{
    private static readonly HashSet<string> Unstarted = [KnownResourceStates.NotStarted, KnownResourceStates.Waiting, KnownResourceStates.Finished, KnownResourceStates.Exited, KnownResourceStates.FailedToStart, "Unknown"];
    private static readonly HashSet<string> Undecided = ["", KnownResourceStates.Starting, KnownResourceStates.Building, KnownResourceStates.RuntimeUnhealthy];

    public static void AddTo(IResource resource, DcpExecutor executor)
    {
        resource.Annotations.Add(new ResourceCommandAnnotation(KnownResourceCommands.StartCommand, "Start",
            context => StateOf(context) switch
            {
                var s when Undecided.Contains(s) => ResourceCommandState.Disabled,
                var s when Unstarted.Contains(s) => ResourceCommandState.Enabled,
                _ => ResourceCommandState.Hidden,
            },
            context => RunAsync(context, "started", () => executor.StartAsync(context.ResourceName, context.CancellationToken)), IconName: "Play", IconVariant: IconVariant.Filled, IsHighlighted: true));
        resource.Annotations.Add(new ResourceCommandAnnotation(KnownResourceCommands.StopCommand, "Stop",
            context => StateOf(context) switch
            {
                var s when s == KnownResourceStates.Stopping => ResourceCommandState.Disabled,
                var s when Undecided.Contains(s) || Unstarted.Contains(s) => ResourceCommandState.Hidden,
                _ => ResourceCommandState.Enabled,
            },
            context => RunAsync(context, "stopped", () => executor.StopAsync(context.ResourceName, context.CancellationToken)), IconName: "Stop", IconVariant: IconVariant.Filled, IsHighlighted: true));
        resource.Annotations.Add(new ResourceCommandAnnotation(KnownResourceCommands.RestartCommand, "Restart",
            context => StateOf(context) is var s && (Undecided.Contains(s) || Unstarted.Contains(s) || s == KnownResourceStates.Stopping) ? ResourceCommandState.Disabled : ResourceCommandState.Enabled,
            context => RunAsync(context, "restarted", async () =>
            {
                await executor.StopAsync(context.ResourceName, context.CancellationToken);
                await executor.StartAsync(context.ResourceName, context.CancellationToken);
            }), IconName: "ArrowCounterclockwise", IconVariant: IconVariant.Regular));
    }

    private static string StateOf(UpdateCommandStateContext context) => context.ResourceSnapshot.State?.Text ?? "";

    private static async Task<ExecuteCommandResult> RunAsync(ExecuteCommandContext context, string done, Func<Task> work)
    {
        await work();
        return CommandResults.Success($"Successfully {done} '{context.ResourceName}'.");
    }
}
