using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Signet.ServiceDefaults;

namespace Signet.Services.Tests.Gateway;

/// <summary>A service that remembers what reached it and answers 200, or what the test says.</summary>
public sealed class Echo
{
    public ConcurrentQueue<Received> Requests { get; } = [];

    /// <summary>Answers instead, when set.</summary>
    public Func<HttpContext, Task>? Answer { get; set; }

    public Received Last => Requests.Last();

    public void Map(WebApplication app) => app.Run(async context =>
    {
        long length = 0;
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer)) > 0)
        {
            length += read;
        }

        Requests.Enqueue(new(
            context.Request.Method,
            context.Request.Host.Value!,
            context.Request.Path + context.Request.QueryString,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            length,
            context.CallerName()));
        if (Answer is not null)
        {
            await Answer(context);
        }
    });
}

/// <summary>A request as it arrived.</summary>
public sealed record Received(string Method, string Host, string Target, IReadOnlyDictionary<string, string> Headers, long BodyLength, string? Caller);
