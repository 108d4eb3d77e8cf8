using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Text;
using Signet.Testing;

namespace Signet.Services.Tests.Gateway;

public sealed class EdgeTests : IAsyncLifetime
{
    private const string TwoYears = "max-age=63072000; includeSubDomains; preload";

    private GatewayApp _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await GatewayApp.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/api/v1/nothing", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/connectors", HttpStatusCode.BadGateway)]
    [Promise(2)]
    public async Task Every_answer_over_https_keeps_browsers_there_for_two_years(string path, HttpStatusCode status)
    {
        using var client = _gateway.Client(bearer: _gateway.Identity.NewSession());

        var response = await client.GetAsync(path);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(TwoYears, response.Header("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Answers_over_http_do_not_carry_that_header()
    {
        using var client = _gateway.Client("http://app.signet.localhost");

        Assert.Equal("", (await client.GetAsync("/")).Header("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Pages_over_http_lead_to_their_https_address_whatever_host_was_named()
    {
        using var client = _gateway.Client("http://localhost");

        var response = await client.GetAsync("/lists/1?tab=2");

        Assert.Equal(HttpStatusCode.TemporaryRedirect, response.StatusCode);
        Assert.Equal(GatewayApp.Origin + "/lists/1?tab=2", response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_api_over_http_is_refused_and_not_redirected()
    {
        using var client = _gateway.Client("http://app.signet.localhost", bearer: _gateway.Identity.NewSession());

        await (await client.GetAsync("/api/v1/lists")).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "https-required");

        Assert.Empty(_gateway.Contacts.Requests);
    }

    [Fact]
    public async Task A_form_over_http_is_refused_and_not_redirected()
    {
        using var client = _gateway.Client("http://id.signet.localhost");

        await (await client.PostAsync("/signin", new StringContent("Address=a"))).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "https-required");
    }

    [Theory]
    [InlineData(GatewayApp.Origin)]
    [InlineData("http://anything")]
    public async Task Health_is_public_and_says_one_word(string origin)
    {
        using var client = _gateway.Client(origin);

        // Degraded: this gateway has no store for revocations, and serves.
        Assert.Equal("Degraded", await client.GetStringAsync("/health"));
        Assert.Equal("Healthy", await client.GetStringAsync("/alive"));
    }

    [Fact]
    public async Task Another_host_name_is_not_served()
    {
        await using var connection = await _gateway.ConnectAsync();
        await connection.WriteAsync(Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(connection);

        var answer = await reader.ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 421", answer, StringComparison.Ordinal);
        Assert.Contains("unknown-host", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Strict-Transport-Security", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trace_is_not_served()
    {
        using var client = _gateway.Client();

        await (await client.SendAsync(new HttpRequestMessage(HttpMethod.Trace, "/"))).ShouldBeProblemAsync(HttpStatusCode.MethodNotAllowed, "method-not-allowed");
    }

    [Fact]
    public async Task The_server_does_not_say_what_it_is()
    {
        _gateway.Contacts.Answer = context =>
        {
            context.Response.Headers.Server = "Inner/1.0";
            context.Response.Headers["X-Powered-By"] = "Inner";
            return Task.CompletedTask;
        };
        using var client = _gateway.Client(bearer: _gateway.Identity.NewSession());

        var response = await client.GetAsync("/api/v1/lists");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("", response.Header("Server") + response.Header("X-Powered-By"));
    }

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task Current_tls_is_spoken(SslProtocols protocol)
    {
        await using var connection = await _gateway.ConnectAsync(protocol);

        Assert.Equal(protocol, connection.SslProtocol);
    }

    [Fact]
    public async Task Old_tls_is_refused()
    {
#pragma warning disable CA5397, SYSLIB0039 // The point is that it is old.
        await Assert.ThrowsAnyAsync<Exception>(() => _gateway.ConnectAsync(SslProtocols.Tls11));
#pragma warning restore CA5397, SYSLIB0039
    }

    [Fact]
    public async Task Suites_without_authenticated_encryption_are_refused()
    {
        var cbc = new CipherSuitesPolicy([TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384, TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA]);
        var gcm = new CipherSuitesPolicy([TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384]);

        await Assert.ThrowsAnyAsync<Exception>(() => _gateway.ConnectAsync(SslProtocols.Tls12, cbc));
        await using var connection = await _gateway.ConnectAsync(SslProtocols.Tls12, gcm);

        Assert.Equal(TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, connection.NegotiatedCipherSuite);
    }

    [Fact]
    public async Task A_renewed_certificate_is_used_without_a_restart()
    {
        var renewed = GatewayApp.IssueEdge();
        TestPki.Replace(_gateway.Edge, renewed);
        _gateway.Host.Clock.Advance(TimeSpan.FromSeconds(2));

        await using var connection = await _gateway.ConnectAsync();

        Assert.Equal(renewed.SerialNumber, new System.Security.Cryptography.X509Certificates.X509Certificate2(connection.RemoteCertificate!).SerialNumber);
    }

    [Fact]
    public async Task A_certificate_that_does_not_fit_its_key_is_not_used()
    {
        var before = await SerialAsync();
        TestPki.Write(_gateway.Edge.Certificate, GatewayApp.IssueEdge().ExportCertificatePem() + "\n");
        _gateway.Host.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(before, await SerialAsync());
    }

    [Fact]
    public async Task A_header_block_beyond_the_limit_ends_in_431()
    {
        await using var connection = await _gateway.ConnectAsync();
        await connection.WriteAsync(Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\nHost: app.signet.localhost\r\nX-Large: {new string('a', 17 * 1024)}\r\n\r\n"));
        using var reader = new StreamReader(connection);

        Assert.StartsWith("HTTP/1.1 431", await reader.ReadLineAsync(), StringComparison.Ordinal);
    }

    private async Task<string> SerialAsync()
    {
        await using var connection = await _gateway.ConnectAsync();
        return new System.Security.Cryptography.X509Certificates.X509Certificate2(connection.RemoteCertificate!).SerialNumber;
    }
}
