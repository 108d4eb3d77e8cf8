using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Signet.Services.Tests.Gateway;

public sealed partial class WebAppTests : IAsyncLifetime
{
    private GatewayApp _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await GatewayApp.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/index.html")]
    [InlineData("/contacts/0190c1de-0000-7000-8000-000000000000")]
    public async Task The_page_may_run_its_own_import_map_and_no_other_inline_script(string path)
    {
        using var client = _gateway.Client();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", "gzip, br");

        var response = await client.GetAsync(path);
        var page = await response.Content.ReadAsStringAsync();
        var policy = response.Header("Content-Security-Policy");

        var map = ImportMap().Match(page).Groups["text"].Value;
        Assert.Contains("_framework/dotnet.", map, StringComparison.Ordinal);
        Assert.Equal(
            $"script-src 'self' 'wasm-unsafe-eval' 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(map)))}'",
            policy.Split("; ").Single(directive => directive.StartsWith("script-src", StringComparison.Ordinal)));
        foreach (var directive in new[] { "default-src 'self'", "object-src 'none'", "base-uri 'self'", "frame-ancestors 'none'" })
        {
            Assert.Contains(directive, policy.Split("; "));
        }
    }

    [Fact]
    public async Task The_page_is_asked_for_every_time_and_sent_once()
    {
        using var client = _gateway.Client();
        var first = await client.GetAsync("/");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };

        var second = await client.SendAsync(again);

        Assert.Equal("no-cache", first.Header("Cache-Control"));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.NotEqual("", second.Header("Content-Security-Policy"));
    }

    [Fact]
    public async Task Fingerprinted_files_are_kept_for_good_and_others_are_asked_for()
    {
        using var client = _gateway.Client();
        var page = await client.GetStringAsync("/");
        var fingerprinted = Fingerprinted().Match(page).Value;

        Assert.Contains("immutable", (await client.GetAsync("/" + fingerprinted)).Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Contains("must-revalidate", (await client.GetAsync("/favicon.svg")).Header("Cache-Control"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_not_the_page()
    {
        using var client = _gateway.Client();

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/_framework/nothing.js")).StatusCode);
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing")]
    [InlineData("POST", "/api/v2/lists")]
    [InlineData("GET", "/api")]
    [InlineData("POST", "/lists")]
    [InlineData("GET", "/internal/drafts")]
    public async Task What_is_no_page_and_no_api_is_a_problem(string method, string path)
    {
        using var client = _gateway.Client(bearer: _gateway.Identity.NewSession("sgp_"));

        var response = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        if (path.StartsWith("/internal", StringComparison.Ordinal))
        {
            // To browsers it is one more page of the app, which knows none of that name. No service is asked.
            Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        }
        else
        {
            await response.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not-found");
        }

        Assert.Empty(_gateway.Contacts.Requests);
    }

    [Fact]
    public async Task The_sign_in_host_has_nothing_of_the_app()
    {
        using var client = _gateway.Client(GatewayApp.SignInOrigin);

        foreach (var path in new[] { "/", "/favicon.svg", "/api/v1/lists", "/index.html", "/contacts/1" })
        {
            var response = await client.GetAsync(path);

            Assert.True(response.StatusCode == HttpStatusCode.NotFound, $"{path} was answered with {response.StatusCode}");
        }
    }

    [GeneratedRegex("""<script type="importmap">(?<text>.*?)</script>""", RegexOptions.Singleline)]
    private static partial Regex ImportMap();

    [GeneratedRegex("""_framework/dotnet\.[a-z0-9]{10}\.js""")]
    private static partial Regex Fingerprinted();
}
