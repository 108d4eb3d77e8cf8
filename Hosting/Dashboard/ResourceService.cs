using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard.Wire;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Dashboard;

/// <summary>Tells the dashboard what the notification service knows, and passes on what people click there.</summary>
internal sealed class ResourceService(ResourceNotificationService notifications, ResourceLoggerService consoles, ResourceCommandService commands, IHostEnvironment environment)
    : DashboardService.DashboardServiceBase
{
    public override Task<ApplicationInformationResponse> GetApplicationInformation(ApplicationInformationRequest request, ServerCallContext context) =>
        Task.FromResult(new ApplicationInformationResponse { ApplicationName = environment.ApplicationName.Replace(".AppHost", "", StringComparison.Ordinal) });

    public override async Task WatchResources(WatchResourcesRequest request, IServerStreamWriter<WatchResourcesUpdate> responseStream, ServerCallContext context)
    {
        // Everything known comes as the first changes; the dashboard only wants to have heard the word once.
        await responseStream.WriteAsync(new() { InitialData = new() }, context.CancellationToken);
        await Until(context, async () =>
        {
            await foreach (var change in notifications.WatchAsync(context.CancellationToken))
                await responseStream.WriteAsync(new() { Changes = new() { Value = { new WatchResourcesChange { Upsert = ResourceMessages.From(change) } } } }, context.CancellationToken);
        });
    }

    public override Task WatchResourceConsoleLogs(WatchResourceConsoleLogsRequest request, IServerStreamWriter<WatchResourceConsoleLogsUpdate> responseStream, ServerCallContext context) =>
        Until(context, async () =>
        {
            var lines = request.SuppressFollow ? consoles.GetAllAsync(request.ResourceName) : consoles.WatchAsync(request.ResourceName);
            await foreach (var batch in lines.WithCancellation(context.CancellationToken))
            {
                var update = new WatchResourceConsoleLogsUpdate();
                update.LogLines.AddRange(batch.Select(line => new ConsoleLogLine { Text = line.Content, IsStdErr = line.IsErrorMessage, LineNumber = line.LineNumber }));
                await responseStream.WriteAsync(update, context.CancellationToken);
            }
        });

    public override async Task<ResourceCommandResponse> ExecuteResourceCommand(ResourceCommandRequest request, ServerCallContext context)
    {
        var arguments = request.Arguments.Select(a => new InteractionInput { Name = a.Key, InputType = InputType.Text, Value = a.Value.KindCase == Value.KindOneofCase.BoolValue ? $"{a.Value.BoolValue}" : a.Value.StringValue });
        var result = await commands.ExecuteCommandAsync(request.ResourceName, request.CommandName, new([.. arguments]), context.CancellationToken);
        return new()
        {
            Kind = result switch
            {
                { Success: true } => ResourceCommandResponseKind.Succeeded,
                { Canceled: true } => ResourceCommandResponseKind.Cancelled,
                _ => ResourceCommandResponseKind.Failed,
            },
            Message = result.Message ?? "",
            ErrorMessage = result.Success ? "" : result.Message ?? "",
        };
    }

    /// <summary>The dashboard going away is how these streams end.</summary>
    private static async Task Until(ServerCallContext context, Func<Task> stream)
    {
        try
        {
            await stream();
        }
        catch (Exception) when (context.CancellationToken.IsCancellationRequested)
        {
            return;
        }
    }
}
