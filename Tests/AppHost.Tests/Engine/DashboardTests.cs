using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;

namespace Signet.AppHost.Tests.Engine;

public sealed class DashboardTests
{
    [Fact]
    public async Task The_dashboard_asks_for_its_token_and_the_resource_service_for_its_key()
    {
        var port = FreePort();
        await using var engine = await EngineApp.RunAsync(
            ["--ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL", $"http://127.0.0.1:{port}", "--ASPIRE_DASHBOARD_RESOURCESERVICE_APIKEY", "right", "--ASPIRE_DASHBOARD_FRONTEND_BROWSERTOKEN", "browser-token"],
            options => options.DisableDashboard = false,
            composed => EngineApp.Loop(composed, "worker"));
        await engine.HealthyAsync("aspire-dashboard");
        await engine.ReachesAsync("worker", KnownResourceStates.Running);
        Assert.True((await engine.NowAsync("aspire-dashboard")).IsHidden);

        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = engine.App.GetEndpoint("aspire-dashboard", "frontend") };
        using (var stranger = await browser.GetAsync(new Uri("/", UriKind.Relative))) Assert.StartsWith("/login", stranger.Headers.Location?.PathAndQuery ?? stranger.Headers.Location?.OriginalString, StringComparison.Ordinal);
        using (var wrong = await browser.GetAsync(new Uri("/login?t=wrong", UriKind.Relative))) Assert.False(wrong.Headers.Contains("Set-Cookie"));
        using (var right = await browser.GetAsync(new Uri("/login?t=browser-token", UriKind.Relative))) Assert.True(right.Headers.Contains("Set-Cookie"));

        Assert.Contains("worker", await WatchAsync(port, "right"), StringComparison.Ordinal);
        Assert.Equal("grpc-status 16", await WatchAsync(port, "wrong"));
        Assert.Equal("grpc-status 16", await WatchAsync(port, null));
    }

    [Fact]
    public async Task Without_the_dashboard_the_model_has_none()
    {
        await using var engine = await EngineApp.RunAsync(builder => EngineApp.Loop(builder, "worker"));
        await engine.Started;
        Assert.Throws<ArgumentException>(() => engine.App.GetEndpoint("aspire-dashboard", "frontend"));
    }

    /// <summary>One call of WatchResources without a client library: what it streams first, or how it was refused.</summary>
    private static async Task<string> WatchAsync(int port, string? key)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{port}/aspire.v1.DashboardService/WatchResources")
        {
            Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact, Content = new ByteArrayContent(new byte[5]),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        if (key is not null) request.Headers.Add("x-resource-service-api-key", key);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (response.Headers.TryGetValues("grpc-status", out var status)) return $"grpc-status {status.Single()}";

        await using var stream = await response.Content.ReadAsStreamAsync();
        var (text, buffer) = (new StringBuilder(), new byte[16384]);
        while (!text.ToString().Contains("worker", StringComparison.Ordinal)) text.Append(Encoding.UTF8.GetString(buffer, 0, await stream.ReadAsync(buffer)));
        return text.ToString();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
