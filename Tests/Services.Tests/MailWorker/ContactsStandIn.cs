using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Signet.Contracts;
using Signet.ServiceDefaults;
using Signet.Testing;

namespace Signet.Tests.MailWorker;

/// <summary>What contacts does with drafts, as far as mail-worker can see: it takes them, answers ids, or fails in the way that a test asks for.</summary>
internal sealed class ContactsStandIn : IAsyncDisposable
{
    public StandIn Host { get; private set; } = null!;

    /// <summary>Every draft that arrived: the caller's name, the key, and the body as it was sent.</summary>
    public ConcurrentQueue<(string? Caller, string? Key, string Body)> Received { get; } = [];

    /// <summary>Answers instead of the ids.</summary>
    public Func<HttpContext, Task<IResult>>? Instead { get; set; }

    public TaskCompletionSource Aborted { get; set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task StartAsync() => Host = await StandIn.StartAsync("contacts", app => app.MapPost("/internal/drafts", (Delegate)AnswerAsync));

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private async Task<IResult> AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        Received.Enqueue((context.CallerName(), context.Request.Headers["Idempotency-Key"], body));
        if (Instead is not null) return await Instead(context);
        var draft = JsonSerializer.Deserialize<CreateDraftRequest>(body, JsonSerializerOptions.Web)!;
        return Results.Json(new CreateDraftResponse(NewId(), [.. draft.Fields.Select(_ => NewId())], []), statusCode: StatusCodes.Status201Created);
    }

    private static Guid NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
}
