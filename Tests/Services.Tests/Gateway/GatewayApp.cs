using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Signet.Gateway.Edge;
using Signet.Testing;

namespace Signet.Services.Tests.Gateway;

/// <summary>The gateway as the world meets it: its own program, real TLS, and stand-ins with real certificates behind it.</summary>
internal sealed class GatewayApp : IAsyncDisposable
{
    public const string Origin = "https://app.signet.localhost";
    public const string SignInOrigin = "https://id.signet.localhost";

    private static readonly TestAuthority _authority = new("Test edge");

    private readonly List<StandIn> _standIns = [];
    private ServiceHost<EdgeOptions>? _host;

    public FakeIdentity Identity { get; } = new();

    public Echo Contacts { get; } = new();

    public Echo Captures { get; } = new();

    public ServiceHost<EdgeOptions> Host => _host!;

    /// <summary>The files of the edge certificate; replace them to renew it.</summary>
    public CertificateFiles Edge { get; private set; } = null!;

    public int HttpsPort => PortOf("https");

    public int HttpPort => PortOf("http");

    /// <param name="contacts">Whose certificate the host has that stands where contacts stands.</param>
    /// <param name="settings">Beyond the usual ones.</param>
    public static async Task<GatewayApp> StartAsync(string contacts = "contacts", IReadOnlyDictionary<string, string>? settings = null)
    {
        var app = new GatewayApp();
        var identity = await app.StandAsync("identity", app.Identity.Map);
        var captures = await app.StandAsync("mail-worker", app.Captures.Map);
        var standing = await app.StandAsync(contacts, app.Contacts.Map);
        app.Edge = NewEdge();
        var store = TestPki.Shared.StoreClient("gateway");
        app._host = new ServiceOrder("gateway")
        {
            Others = [identity, captures],
            Settings = new Dictionary<string, string>(settings ?? new Dictionary<string, string>())
            {
                ["urls"] = "https://127.0.0.1:0;http://127.0.0.1:0",
                ["Signet:PublicUrl"] = Origin,
                ["Signet:SignInUrl"] = SignInOrigin,
                ["Signet:WebClientSecret"] = FakeIdentity.ClientSecret,
                ["Edge:Certificate"] = app.Edge.Certificate,
                ["Edge:Key"] = app.Edge.Key,
                ["services:contacts:https:0"] = $"https://127.0.0.1:{standing.Port}",
                ["Stores:Certificate"] = store.Certificate,
                ["Stores:Key"] = store.Key,
                ["Stores:Authorities"] = store.Authorities,
                // A port that nothing listens at, unless a test brings a server.
                ["ConnectionStrings:redis"] = settings?.GetValueOrDefault("ConnectionStrings:redis") ?? "127.0.0.1:1",
            },
        }.Start<EdgeOptions>();
        return app;
    }

    public static X509Certificate2 IssueEdge(LeafKind kind = LeafKind.Good) => _authority.Issue("edge", "*.signet.localhost", kind);

    /// <summary>A browser or program outside: it knows names and the edge authority, and keeps no cookies by itself.</summary>
    public HttpClient Client(string origin = Origin, string? bearer = null, string? session = null)
    {
        var client = new HttpClient(Handler(origin.StartsWith("https", StringComparison.Ordinal) ? HttpsPort : HttpPort)) { BaseAddress = new Uri(origin) };
        client.DefaultRequestVersion = HttpVersion.Version20;
        client.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
        if (bearer is not null)
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", bearer);
        }

        if (session is not null)
        {
            client.DefaultRequestHeaders.Add("Cookie", $"__Host-signet={session}");
        }

        return client;
    }

    /// <summary>The app's own page: session cookie, Origin and the header that other sites cannot send.</summary>
    public HttpClient Page(string session)
    {
        var client = Client(session: session);
        client.DefaultRequestHeaders.Add("Origin", Origin);
        client.DefaultRequestHeaders.Add("Signet-Request", "1");
        return client;
    }

    /// <summary>A bare TLS connection, for what HTTP clients do not do.</summary>
    public async Task<SslStream> ConnectAsync(SslProtocols protocols = SslProtocols.None, CipherSuitesPolicy? suites = null)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, HttpsPort);
        var tls = new SslStream(new NetworkStream(socket, ownsSocket: true));
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "app.signet.localhost",
            EnabledSslProtocols = protocols,
            CipherSuitesPolicy = suites,
            AllowTlsResume = false,
            CertificateChainPolicy = TrustEdge(),
        });
        return tls;
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        foreach (var standIn in _standIns)
        {
            await standIn.DisposeAsync();
        }
    }

    private static SocketsHttpHandler Handler(int port) => new()
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8,
        ConnectCallback = async (_, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
        SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = TrustEdge() },
    };

    private static X509ChainPolicy TrustEdge()
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(_authority.Certificate);
        return policy;
    }

    private static CertificateFiles NewEdge()
    {
        var folder = TemporaryFolder.Create("edge");
        var files = new CertificateFiles(Path.Combine(folder, "tls.crt"), Path.Combine(folder, "tls.key"), "");
        TestPki.Replace(files, IssueEdge());
        return files;
    }

    private async Task<StandIn> StandAsync(string name, Action<Microsoft.AspNetCore.Builder.WebApplication> map)
    {
        var standIn = await StandIn.StartAsync(name, map);
        _standIns.Add(standIn);
        return standIn;
    }

    private int PortOf(string scheme) => Host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses
        .Select(address => new Uri(address)).First(address => address.Scheme == scheme).Port;
}
