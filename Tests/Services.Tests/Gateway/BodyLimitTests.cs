using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Signet.Services.Tests.Gateway;

public sealed class BodyLimitTests : IAsyncLifetime
{
    private const int Megabyte = 1024 * 1024;

    private GatewayApp _gateway = null!;
    private string _token = null!;

    public async ValueTask InitializeAsync()
    {
        _gateway = await GatewayApp.StartAsync();
        _token = _gateway.Identity.NewSession("sgp_");
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Theory]
    [InlineData("/api/v1/captures/mail", 60 * Megabyte, true, "capture-too-large")]
    [InlineData("/api/v1/captures/mail", 60 * Megabyte, false, "capture-too-large")]
    [InlineData("/api/v1/captures/mail", (25 * Megabyte) + 1, true, "capture-too-large")]
    [InlineData("/api/v1/captures/mail", (25 * Megabyte) + 1, false, "capture-too-large")]
    [InlineData("/api/v1/contacts", Megabyte + 1, true, "body-too-large")]
    [InlineData("/api/v1/contacts", Megabyte + 1, false, "body-too-large")]
    public async Task A_body_that_is_too_large_is_refused_and_the_refusal_arrives(string path, int bytes, bool announced, string code)
    {
        foreach (var version in new[] { HttpVersion.Version11, HttpVersion.Version20 })
        {
            using var client = _gateway.Client(bearer: _token);
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Version = version, VersionPolicy = HttpVersionPolicy.RequestVersionExact, Content = Body(bytes, announced) };

            await (await client.SendAsync(request)).ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge, code);
        }

        Assert.DoesNotContain(_gateway.Contacts.Requests.Concat(_gateway.Captures.Requests), received => received.BodyLength == bytes);
    }

    [Theory]
    [InlineData("/api/v1/captures/mail", 25 * Megabyte, true)]
    [InlineData("/api/v1/captures/mail", 25 * Megabyte, false)]
    [InlineData("/api/v1/contacts", Megabyte, true)]
    [InlineData("/api/v1/contacts", Megabyte, false)]
    public async Task A_body_within_the_limit_reaches_the_service_whole(string path, int bytes, bool announced)
    {
        using var client = _gateway.Client(bearer: _token);

        var response = await client.PostAsync(path, Body(bytes, announced));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(bytes, _gateway.Contacts.Requests.Concat(_gateway.Captures.Requests).Single().BodyLength);
    }

    [Fact]
    public async Task An_announced_size_is_refused_before_anything_was_sent()
    {
        await using var connection = await _gateway.ConnectAsync();
        await connection.WriteAsync(Encoding.ASCII.GetBytes("POST /api/v1/captures/mail HTTP/1.1\r\nHost: app.signet.localhost\r\nContent-Length: 99999999999\r\n\r\n"));
        using var reader = new StreamReader(connection);

        Assert.StartsWith("HTTP/1.1 413", await reader.ReadLineAsync(), StringComparison.Ordinal);
        Assert.Empty(_gateway.Identity.Swaps);
    }

    /// <param name="announced">With a Content-Length; else in chunks.</param>
    private static StreamContent Body(int bytes, bool announced)
    {
        var content = new StreamContent(new MemoryStream(new byte[bytes]));
        content.Headers.ContentType = new MediaTypeHeaderValue("message/rfc822");
        content.Headers.ContentLength = announced ? bytes : null;
        if (!announced)
        {
            // StreamContent knows the length of a MemoryStream; this one does not say.
            content = new StreamContent(new Unsized(bytes));
            content.Headers.ContentType = new MediaTypeHeaderValue("message/rfc822");
        }

        return content;
    }

    private sealed class Unsized(int bytes) : MemoryStream(new byte[bytes])
    {
        public override bool CanSeek => false;
    }
}
