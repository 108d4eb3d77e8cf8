using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Signet.ServiceDefaults;

public static class IdempotencyExtensions
{
    /// <summary>
    /// The client names the request by <c>Idempotency-Key</c>; sent again within a day it gets the first answer and nothing is done twice. The
    /// handler runs in the transaction that keeps the answer; a refusal (4xx) keeps nothing.
    /// </summary>
    public static TBuilder RequireIdempotencyKey<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder
    {
        endpoint.Add(builder =>
        {
            builder.Metadata.Add(IdempotencyMarker.Instance);
            builder.FilterFactories.Add((_, next) => context => IdempotencyFilter.InvokeAsync(context, next));
        });
        return endpoint;
    }

    /// <summary>Removes the scope's organisation's answers that ended. For the service's retention job, inside of its transaction.</summary>
    public static Task<int> DeleteEndedAnswersAsync(this DbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return db.Set<IdempotencyEntry>().Where(entry => entry.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Hashes the body before it is bound, for the endpoints that need it.</summary>
    internal static WebApplication UseRequestHashes(this WebApplication app)
    {
        app.Use(async (context, next) =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<IdempotencyMarker>() is not null) context.Features.Set(await RequestHash.ComputeAsync(context));
            await next(context);
        });
        return app;
    }
}

internal sealed class IdempotencyMarker
{
    public static readonly IdempotencyMarker Instance = new();
}
