using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Microsoft.Extensions.ServiceDiscovery;

namespace Signet.ServiceDefaults;

/// <summary>
/// The way to other services. <see cref="Current"/> changes when the certificate does; a request takes one channel for all of its parts, so
/// that a token bound to the channel's certificate fits the connection it travels on.
/// </summary>
public sealed class ServiceChannels(ServiceCertificate certificate, ServiceEndpointResolver endpoints)
{
    /// <summary>A place that nothing serves may still accept connections (a proxy in front of a stopped replica).</summary>
    private static readonly TimeSpan _connectTimeout = TimeSpan.FromSeconds(2);

    private readonly Lock _renewing = new();
    private volatile Entry? _entry;

    public ServiceChannel Current
    {
        get
        {
            var material = certificate.Current;
            if (_entry is { } entry && ReferenceEquals(entry.Material, material)) return entry.Channel;
            lock (_renewing)
            {
                if (_entry is { } renewed && ReferenceEquals(renewed.Material, material)) return renewed.Channel;
                // The old channel is not disposed: requests are under way on it. Its connections end when they are idle.
                _entry = new(material, new(CreateHandler(material), material.Thumbprint));
                return _entry.Channel;
            }
        }
    }

    /// <summary>"https://contacts.signet.internal" is how contacts is addressed: the name is what its certificate must say.</summary>
    public static Uri AddressOf(string service) => new($"https://{service}{ServiceName.Domain}");

    private SocketsHttpHandler CreateHandler(TlsMaterial material) => new()
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        EnableMultipleHttp2Connections = true,
        ConnectTimeout = _connectTimeout,
        // The bound on how long connections outlive a change of addresses; a change of certificate makes a new handler.
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        KeepAlivePingDelay = TimeSpan.FromSeconds(30),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
        // A header that came in as UTF-8 goes on as such; by default one outside of ASCII would throw.
        RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        ConnectCallback = ConnectAsync,
        SslOptions = new SslClientAuthenticationOptions
        {
            EnabledSslProtocols = SslProtocols.Tls13,
            AllowTlsResume = false,
            ClientCertificateContext = material.Context,
            CertificateChainPolicy = material.PolicyForServers(),
        },
    };

    /// <summary>TLS verifies the name of the request; where it is dialled is what service discovery says.</summary>
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        if (!host.EndsWith(ServiceName.Domain, StringComparison.Ordinal))
            throw new HttpRequestException($"'{host}' is no internal name; this client speaks to *{ServiceName.Domain} alone.");

        var source = await endpoints.GetEndpointsAsync($"https://{host[..^ServiceName.Domain.Length]}", cancellationToken);
        var candidates = source.Endpoints.Select(endpoint => endpoint.EndPoint).ToArray();
        System.Security.Cryptography.RandomNumberGenerator.Shuffle(candidates.AsSpan());
        Exception? fault = null;
        foreach (var candidate in candidates)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(Dialable(candidate), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (Exception failed) when (failed is SocketException or OperationCanceledException)
            {
                socket.Dispose();
                cancellationToken.ThrowIfCancellationRequested();
                fault = failed;
            }
        }

        throw new HttpRequestException(HttpRequestError.ConnectionError, $"No replica of '{host}' can be reached.", fault);
    }

    private static EndPoint Dialable(EndPoint endpoint) => endpoint switch
    {
        UriEndPoint uri => new DnsEndPoint(uri.Uri.Host, uri.Uri.Port),
        DnsEndPoint { Port: 0 } dns => new DnsEndPoint(dns.Host, 443),
        _ => endpoint,
    };

    private sealed record Entry(TlsMaterial Material, ServiceChannel Channel);
}

/// <summary>Connections made with one certificate.</summary>
public sealed class ServiceChannel
{
    internal ServiceChannel(SocketsHttpHandler handler, string thumbprint)
    {
        Invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        Thumbprint = thumbprint;
    }

    /// <summary>For forwarding (YARP) and for requests that carry no user's token.</summary>
    public HttpMessageInvoker Invoker { get; }

    /// <summary><c>x5t#S256</c> of the certificate: what a token for this channel is bound to.</summary>
    public string Thumbprint { get; }
}
