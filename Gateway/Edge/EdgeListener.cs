using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Signet.Gateway.Edge;

/// <summary>The server behind the <c>urls</c> setting: the edge's own TLS, and bounds for what a connection may take.</summary>
internal sealed class EdgeListener(EdgeTls tls) : IConfigureOptions<KestrelServerOptions>
{
    public void Configure(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.ConfigureHttpsDefaults(tls.Configure);
        Bound(options.Limits);
    }

    /// <summary>Slow or greedy clients lose their connection before they cost anything; bodies are bounded per route (<see cref="BodyLimit"/>).</summary>
    private static void Bound(KestrelServerLimits limits)
    {
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        limits.MaxRequestLineSize = 8 * 1024;
        limits.MaxRequestHeadersTotalSize = 16 * 1024;
        limits.MaxRequestHeaderCount = 64;
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(10));
        limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(10));
        limits.MaxRequestBodySize = BodyLimit.Absolute;
        limits.Http2.MaxStreamsPerConnection = 100;
        limits.Http2.MaxRequestHeaderFieldSize = 8 * 1024;
        limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
    }
}
