using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

public static class KnownResourceCommands
{
    public static readonly string StartCommand = "start";
    public static readonly string StopCommand = "stop";
    public static readonly string RestartCommand = "restart";
    public static readonly string SetParameterCommand = "set-parameter";
}

/// <summary>Something that a person can tell a resource to do.</summary>
public sealed record ResourceCommandAnnotation(string Name, string DisplayName, Func<UpdateCommandStateContext, ResourceCommandState> UpdateState,
    Func<ExecuteCommandContext, Task<ExecuteCommandResult>> ExecuteCommand, string? DisplayDescription = null, string? ConfirmationMessage = null,
    string? IconName = null, IconVariant? IconVariant = null, bool IsHighlighted = false) : IResourceAnnotation
{
    /// <summary>What the person is asked for first.</summary>
    public IReadOnlyList<InteractionInput> Arguments { get; init; } = [];
}

public class CommandOptions
{
    public string? Description { get; set; }
    public string? ConfirmationMessage { get; set; }
    public string? IconName { get; set; }
    public IconVariant? IconVariant { get; set; }
    public bool IsHighlighted { get; set; }
    public Func<UpdateCommandStateContext, ResourceCommandState>? UpdateState { get; set; }
    public IReadOnlyList<InteractionInput> Arguments { get; set; } = [];
}

public sealed class UpdateCommandStateContext
{
    public required CustomResourceSnapshot ResourceSnapshot { get; init; }
    public required IServiceProvider Services { get; init; }
}

public sealed class ExecuteCommandContext
{
    public required IServiceProvider Services { get; init; }

    /// <summary>The instance, for a process <c>name-suffix</c>.</summary>
    public required string ResourceName { get; init; }
    public required CancellationToken CancellationToken { get; init; }
    public required ILogger Logger { get; init; }
    public InteractionInputCollection Arguments { get; init; } = new([]);
}

public sealed class ExecuteCommandResult
{
    public required bool Success { get; init; }
    public bool Canceled { get; init; }
    public string? Message { get; init; }
}

public static class CommandResults
{
    public static ExecuteCommandResult Success() => new() { Success = true };

    public static ExecuteCommandResult Success(string message) => new() { Success = true, Message = message };

    public static ExecuteCommandResult Failure(string? errorMessage = null) => new() { Success = false, Message = errorMessage };

    public static ExecuteCommandResult Failure(Exception exception) => Failure(exception.Message);

    public static ExecuteCommandResult Canceled() => new() { Success = false, Canceled = true };
}

public class ResourceCommandService(ResourceNotificationService notifications, ResourceLoggerService loggers, IServiceProvider services)
{
    public Task<ExecuteCommandResult> ExecuteCommandAsync(string resourceId, string commandName, CancellationToken cancellationToken = default) =>
        ExecuteCommandAsync(resourceId, commandName, new InteractionInputCollection([]), cancellationToken);

    public Task<ExecuteCommandResult> ExecuteCommandAsync(string resourceId, string commandName, InteractionInputCollection arguments, CancellationToken cancellationToken = default) =>
        notifications.TryGetCurrentState(resourceId, out var known)
            ? ExecuteAsync(known.Resource, resourceId, commandName, arguments, cancellationToken)
            : Task.FromResult(CommandResults.Failure($"Resource '{resourceId}' not found."));

    public Task<ExecuteCommandResult> ExecuteCommandAsync(IResource resource, string commandName, CancellationToken cancellationToken = default) =>
        ExecuteCommandAsync(resource, commandName, new InteractionInputCollection([]), cancellationToken);

    public Task<ExecuteCommandResult> ExecuteCommandAsync(IResource resource, string commandName, InteractionInputCollection arguments, CancellationToken cancellationToken = default) =>
        ExecuteAsync(resource, resource.GetInstanceId(), commandName, arguments, cancellationToken);

    private async Task<ExecuteCommandResult> ExecuteAsync(IResource resource, string resourceId, string commandName, InteractionInputCollection arguments, CancellationToken cancellationToken)
    {
        if (resource.Annotations.OfType<ResourceCommandAnnotation>().LastOrDefault(c => c.Name == commandName) is not { } command)
            return CommandResults.Failure($"Command '{commandName}' not available for resource '{resourceId}'.");
        var logger = loggers.GetLogger(resourceId);
        try
        {
            return await command.ExecuteCommand(new() { Services = services, ResourceName = resourceId, CancellationToken = cancellationToken, Logger = logger, Arguments = arguments });
        }
        catch (OperationCanceledException)
        {
            return CommandResults.Canceled();
        }
        catch (Exception failure)
        {
            // A command is somebody's click: whatever its handler throws is the answer to it, and no reason to end the host.
            CommandLog.Failed(logger, failure, commandName);
            return CommandResults.Failure(failure);
        }
    }
}

internal static partial class CommandLog
{
    [LoggerMessage(LogLevel.Error, "The command {Command} failed")]
    public static partial void Failed(ILogger logger, Exception failure, string command);
}
