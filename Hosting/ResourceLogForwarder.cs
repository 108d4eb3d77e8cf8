using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting;

/// <summary>Repeats what resources print in the host's log, one category per resource: tests show it, and search it.</summary>
internal sealed class ResourceLogForwarder(ResourceNotificationService notifications, ResourceLoggerService consoles, ILoggerFactory loggers, IHostEnvironment host) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var followed = new HashSet<string>();
        await foreach (var change in notifications.WatchAsync(stoppingToken))
            if (followed.Add(change.ResourceId))
                _ = ForwardAsync(change.ResourceId, loggers.CreateLogger($"{host.ApplicationName}.Resources.{change.Resource.Name}"), stoppingToken);
    }

    private async Task ForwardAsync(string resourceId, ILogger logger, CancellationToken stoppingToken)
    {
        await foreach (var batch in consoles.WatchAsync(resourceId).WithCancellation(stoppingToken))
            foreach (var line in batch)
                if (line.IsErrorMessage) ForwarderLog.ErrorLine(logger, line.LineNumber, line.Content);
                else ForwarderLog.Line(logger, line.LineNumber, line.Content);
    }
}

internal static partial class ForwarderLog
{
    [LoggerMessage(LogLevel.Information, "{LineNumber}: {Content}")]
    public static partial void Line(ILogger logger, int lineNumber, string content);

    [LoggerMessage(LogLevel.Error, "{LineNumber}: {Content}")]
    public static partial void ErrorLine(ILogger logger, int lineNumber, string content);
}
