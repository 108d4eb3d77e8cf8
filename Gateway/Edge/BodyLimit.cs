using Microsoft.AspNetCore.Http.Features;

namespace Signet.Gateway.Edge;

/// <summary>
/// Bounds request bodies per route and makes sure that the refusal arrives: an answer given while the client still sends would be lost with
/// a reset connection, so the rest is read and thrown away, up to a bound.
/// </summary>
internal sealed class BodyLimit(RequestDelegate next, TimeProvider clock)
{
    /// <summary>What any request may carry unless its endpoint says otherwise.</summary>
    public const long Default = 1024 * 1024;

    /// <summary>What a capture may carry: large enough for a mail with attachments.</summary>
    public const long Captures = 25 * 1024 * 1024;

    /// <summary>Where even throwing away ends and the connection is closed.</summary>
    public const long Absolute = 128 * 1024 * 1024;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    public async Task InvokeAsync(HttpContext context)
    {
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<BodyLimitMetadata>()?.Bytes ?? Default;
        var body = context.Request.Body;
        if (context.Request.ContentLength > limit)
        {
            await RefuseAsync(context, limit, body);
            return;
        }

        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: true })
        {
            await next(context);
            return;
        }

        var bounded = new BoundedStream(body, limit);
        context.Request.Body = bounded;
        await next(context);
        context.Request.Body = body;

        if (bounded.Exceeded && !context.Response.HasStarted)
        {
            await RefuseAsync(context, limit, body);
        }
    }

    private async Task RefuseAsync(HttpContext context, long limit, Stream body)
    {
        context.Response.Clear();
        await (limit == Captures ? EdgeProblems.CaptureTooLarge(limit) : EdgeProblems.BodyTooLarge(limit)).ExecuteAsync(context);
        await context.Response.CompleteAsync();
        await ThrowAwayAsync(body, context.RequestAborted);
    }

    private async Task ThrowAwayAsync(Stream body, CancellationToken aborted)
    {
        using var patience = new CancellationTokenSource(_patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, aborted);
        var buffer = new byte[64 * 1024];
        try
        {
            while (await body.ReadAsync(buffer, either.Token) > 0)
            {
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The answer was written before; a client that goes away, stalls or sends on and on loses its connection.
        }
    }
}

/// <summary>An endpoint's own bound for request bodies.</summary>
internal sealed record BodyLimitMetadata(long Bytes);
