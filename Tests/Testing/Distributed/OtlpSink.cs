using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Signet.Testing;

/// <summary>
/// Takes OTLP over gRPC and keeps the raw messages: enough to prove that a text is, or is not, in what was exported
/// (protobuf strings are plain UTF-8, and the exporter does not compress).
/// </summary>
public sealed class OtlpSink : IAsyncDisposable
{
    private readonly WebApplication host;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> messages = new();

    private OtlpSink(WebApplication host) => this.host = host;

    public Uri Url => new(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<OtlpSink> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhostHttp2());
        var host = builder.Build();
        var sink = new OtlpSink(host);
        host.Run(sink.ReceiveAsync);
        await host.StartAsync();
        return sink;
    }

    /// <summary>How many messages were exported to a path that ends in <paramref name="service"/>, e.g. "TraceService/Export".</summary>
    public int Count(string service) => messages.Count(message => message.Path.EndsWith(service, StringComparison.Ordinal));

    /// <summary>The paths of the messages that contain <paramref name="text"/> as UTF-8.</summary>
    public IReadOnlyList<string> PathsContaining(string text)
    {
        var wanted = Encoding.UTF8.GetBytes(text);
        return [.. messages.Where(message => message.Body.AsSpan().IndexOf(wanted) >= 0).Select(message => message.Path)];
    }

    /// <summary>All spans so far.</summary>
    public IReadOnlyList<ExportedSpan> Spans() =>
        [.. messages.Where(message => message.Path.EndsWith("TraceService/Export", StringComparison.Ordinal)).SelectMany(message => ExportedSpan.Read(message.Body))];

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        messages.Enqueue((context.Request.Path.Value ?? "", body.ToArray()));
        context.Response.ContentType = "application/grpc";
        // An empty message (uncompressed, length 0) is the success answer of every OTLP service.
        await context.Response.Body.WriteAsync(new byte[5], context.RequestAborted);
        context.Response.AppendTrailer("grpc-status", "0");
    }
}

file static class KestrelListening
{
    /// <summary>HTTP/2 without TLS on a free loopback port.</summary>
    public static void ListenLocalhostHttp2(this KestrelServerOptions kestrel) =>
        kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
}
