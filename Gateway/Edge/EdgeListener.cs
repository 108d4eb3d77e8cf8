using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Signet.Gateway.Edge;

/// <summary>Opens the addresses of the <c>urls</c> setting with the edge's own TLS, and bounds what a connection may take.</summary>
internal sealed class EdgeListener(IConfiguration configuration, EdgeTls tls) : IConfigureOptions<KestrelServerOptions>
{
    /// <summary>The setting that the addresses move to, so that Kestrel does not open them a second time with its own defaults.</summary>
    public const string AddressesKey = "Edge:Urls";

    public void Configure(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        Bound(options.Limits);

        foreach (var url in (configuration[AddressesKey] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            Listen(options, BindingAddress.Parse(url));
        }
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

    private void Listen(KestrelServerOptions options, BindingAddress address)
    {
        void Protect(ListenOptions listen)
        {
            if (address.Scheme == Uri.UriSchemeHttps)
            {
                listen.UseHttps(tls.Callback);
            }
        }

        if (IPAddress.TryParse(address.Host, out var ip))
        {
            options.Listen(ip, address.Port, Protect);
        }
        else if (string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase))
        {
            options.ListenLocalhost(address.Port, Protect);
        }
        else
        {
            options.ListenAnyIP(address.Port, Protect);
        }
    }
}
