using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Reflection;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Aspire.Hosting;
using Signet.Testing;

namespace Signet.AppHost.Tests.Resources;

/// <summary>The Redis-protocol server at the wire: who is let in, and that what it is told by its own options holds.</summary>
public sealed class RedisServerTests : IAsyncLifetime
{
    private const string Name = "redis.signet.internal", Password = "for this test only";
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;
    private static readonly TestAuthority Authority = new("stores"), Foreign = new("stores");
    private readonly string folder = Directory.CreateTempSubdirectory("redis-").FullName;
    private readonly int port = FreePort.Take();
    private Process? server;

    public async ValueTask InitializeAsync()
    {
        await WriteCertificateAsync(Authority.Issue("redis", Name));
        await File.WriteAllTextAsync(Place("ca.crt"), Authority.Pem, None);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Password)));
        await File.WriteAllTextAsync(Place("users.acl"), $"user default off nopass -@all\nuser identity on #{hash} ~* +@all -@admin -@dangerous +info\n", None);
        server = await StartAsync("--port", "0", "--tls-port", $"{port}", "--tls-cert-file", Place("tls.crt"), "--tls-key-file", Place("tls.key"), "--tls-ca-cert-file", Place("ca.crt"),
            "--tls-auth-clients", "yes", "--tls-protocols", "TLSv1.3", "--aclfile", Place("users.acl"), "--maxmemory", "128mb");
    }

    [Fact]
    public async Task A_user_with_certificate_and_password_is_let_in_and_reads_what_it_wrote()
    {
        await using var client = await ConnectAsync(Authority.Issue("identity", "identity.clients.signet.internal"));
        Assert.Equal("+OK", await AskAsync(client, "AUTH", "identity", Password));
        Assert.Equal("+OK", await AskAsync(client, "SET", "key", "value", "EX", "60"));
        Assert.Equal("$5\r\nvalue", await AskAsync(client, "GET", "key"));
        Assert.Equal(":1", await AskAsync(client, "HSET", "hash", "field", "1"));
        Assert.Equal(":1", await AskAsync(client, "INCR", "count"));
        Assert.StartsWith(":", await AskAsync(client, "PTTL", "key"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no certificate")]
    [InlineData("other authority of the same name")]
    [InlineData("expired")]
    [InlineData("made for servers only")]
    [InlineData("TLS 1.2")]
    [InlineData("plaintext")]
    public async Task Nobody_else_gets_an_answer(string caller)
    {
        try
        {
            await using var client = caller switch
            {
                "no certificate" => await ConnectAsync(null),
                "other authority of the same name" => await ConnectAsync(Foreign.Issue("identity", "identity.clients.signet.internal")),
                "expired" => await ConnectAsync(Authority.Issue("identity", "identity.clients.signet.internal", LeafKind.Expired)),
                "made for servers only" => await ConnectAsync(Authority.Issue("identity", "identity.clients.signet.internal", LeafKind.ServerOnly)),
                "TLS 1.2" => await ConnectAsync(Authority.Issue("identity", "identity.clients.signet.internal"), SslProtocols.Tls12),
                _ => await OpenAsync(),
            };
            Assert.Equal("", await AskAsync(client, "PING"));
        }
        catch (Exception refusal) when (refusal is IOException or AuthenticationException)
        {
            // Refused in the handshake.
        }
    }

    [Fact]
    public async Task A_certificate_alone_opens_nothing_and_a_user_may_not_administer()
    {
        await using var client = await ConnectAsync(Authority.Issue("identity", "identity.clients.signet.internal"));
        Assert.StartsWith("-NO", await AskAsync(client, "GET", "key"), StringComparison.Ordinal);
        Assert.StartsWith("-WRONGPASS", await AskAsync(client, "AUTH", "identity", "wrong"), StringComparison.Ordinal);
        Assert.StartsWith("-WRONGPASS", await AskAsync(client, "AUTH", "default", ""), StringComparison.Ordinal);
        Assert.StartsWith("-NO", await AskAsync(client, "GET", "key"), StringComparison.Ordinal);

        Assert.Equal("+OK", await AskAsync(client, "AUTH", "identity", Password));
        foreach (var command in new[] { "FLUSHALL", "ACL LIST", "CONFIG GET *" })
            Assert.StartsWith("-", await AskAsync(client, command.Split(' ')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renewed_certificate_is_shown_without_a_restart()
    {
        var me = Authority.Issue("identity", "identity.clients.signet.internal");
        await using var before = await ConnectAsync(me);
        var renewed = Authority.Issue("redis", Name);
        await WriteCertificateAsync(renewed);
        // One of the two files is new already: what fits is shown until both do.
        await using var after = await ConnectAsync(me);
        Assert.Equal(renewed.Thumbprint, ((SslStream)after).RemoteCertificate!.GetCertHashString());
        Assert.NotEqual(renewed.Thumbprint, ((SslStream)before).RemoteCertificate!.GetCertHashString());

        await File.WriteAllTextAsync(Place("tls.crt"), "torn", None);
        await using var still = await ConnectAsync(me);
        Assert.Equal(renewed.Thumbprint, ((SslStream)still).RemoteCertificate!.GetCertHashString());
    }

    [Fact]
    public async Task Memory_stays_bounded_when_more_is_written_than_it_may_hold()
    {
        await using var client = await ConnectAsync(Authority.Issue("identity", "identity.clients.signet.internal"));
        await AskAsync(client, "AUTH", "identity", Password);
        var value = new string('x', 500_000);
        for (var i = 0; i < 800; i++) Assert.Equal("+OK", await AskAsync(client, "SET", $"big{i}", value));
        server!.Refresh();
        Assert.InRange(server.WorkingSet64, 0, 512L << 20);
        Assert.Equal("+PONG", await AskAsync(client, "PING"));
    }

    [Theory]
    [InlineData("--tls-auth-clients", "maybe")]
    [InlineData("--tls-protocols", "TLSv1.2")]
    [InlineData("--save", "60")]
    [InlineData("--port", "many")]
    [InlineData("--port")]
    public async Task An_option_that_is_not_understood_ends_the_start_with_its_name(params string[] arguments)
    {
        using var refused = Launch(arguments);
        var error = await refused.StandardError.ReadToEndAsync(None);
        await refused.WaitForExitAsync(None);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains(arguments[0], error, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            server.Kill();
            await server.WaitForExitAsync(CancellationToken.None);
            server.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    private async Task<Stream> OpenAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port, None);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private async Task<Stream> ConnectAsync(X509Certificate2? certificate, SslProtocols protocol = SslProtocols.Tls13)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(Authority.Certificate);
        var tls = new SslStream(await OpenAsync());
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = Name,
            EnabledSslProtocols = protocol,
            CertificateChainPolicy = policy,
            ClientCertificateContext = certificate is null ? null : SslStreamCertificateContext.Create(certificate, null, offline: true),
        }, None);
        return tls;
    }

    /// <summary>One answer as it comes; empty when the server hangs up.</summary>
    private static async Task<string> AskAsync(Stream stream, params string[] words)
    {
        var command = $"*{words.Length}\r\n{string.Concat(words.Select(word => $"${word.Length}\r\n{word}\r\n"))}";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(command), None);
        var buffer = new byte[4096];
        return Encoding.ASCII.GetString(buffer, 0, await stream.ReadAsync(buffer, None)).Trim();
    }

    private async Task WriteCertificateAsync(X509Certificate2 certificate)
    {
        await File.WriteAllTextAsync(Place("tls.key"), certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem(), None);
        await File.WriteAllTextAsync(Place("tls.crt"), certificate.ExportCertificatePem(), None);
    }

    private static async Task<Process> StartAsync(params string[] arguments)
    {
        var process = Launch(arguments);
        Assert.Equal("Ready to accept connections", await process.StandardOutput.ReadLineAsync(None));
        return process;
    }

    private static Process Launch(params string[] arguments)
    {
        var program = typeof(DistributedApplication).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "redisserver").Value!;
        return Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }

    private string Place(string file) => Path.Combine(folder, file);
}
