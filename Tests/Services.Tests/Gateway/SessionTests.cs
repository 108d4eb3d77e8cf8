using System.Net;

namespace Signet.Services.Tests.Gateway;

public sealed class SessionTests : IAsyncLifetime
{
    private GatewayApp _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await GatewayApp.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Without_credential_the_answer_is_401()
    {
        using var client = _gateway.Client();

        var response = await client.GetAsync("/api/v1/lists");

        await response.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "unauthenticated");
        Assert.Equal("Bearer", response.Header("WWW-Authenticate"));
        Assert.Empty(_gateway.Contacts.Requests);
    }

    [Theory]
    [InlineData("sgp_", "urn:signet:params:oauth:token-type:pat")]
    [InlineData("", "urn:ietf:params:oauth:token-type:access_token")]
    public async Task A_token_is_swapped_at_identity_by_its_kind(string prefix, string kind)
    {
        using var client = _gateway.Client(bearer: _gateway.Identity.NewSession(prefix));

        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync("/api/v1/contacts", null)).StatusCode);

        Assert.Equal(new Swap("gateway", kind, "contacts"), _gateway.Identity.Swaps.Single());
    }

    [Fact]
    public async Task A_session_cookie_is_swapped_for_the_service_that_is_asked()
    {
        using var page = _gateway.Page(_gateway.Identity.NewSession());

        Assert.Equal(HttpStatusCode.OK, (await page.GetAsync("/api/v1/lists")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await page.PostAsync("/api/v1/captures/mail", null)).StatusCode);

        Assert.Equal(["contacts", "mail-worker"], _gateway.Identity.Swaps.Select(swap => swap.Audience));
    }

    [Theory]
    [InlineData("sgp_0000000000000000000000000000")]
    [InlineData("sgp_short")]
    [InlineData("eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJlLXNpZ25hdHVyZQ")]
    [InlineData("with spaces in it, and rather long")]
    [InlineData("")]
    public async Task A_forged_token_is_401(string token)
    {
        using var client = _gateway.Client();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {token}");

        await (await client.GetAsync("/api/v1/lists")).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "unauthenticated");

        Assert.Empty(_gateway.Contacts.Requests);
    }

    [Fact]
    public async Task An_internal_token_opens_nothing_from_outside()
    {
        using var client = _gateway.Client(bearer: "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJlLXNpZ25hdHVyZQ");

        await (await client.GetAsync("/api/v1/lists")).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "unauthenticated");

        // Refused by its form: identity was not even asked.
        Assert.Empty(_gateway.Identity.Swaps);
    }

    [Fact]
    public async Task Another_scheme_is_401()
    {
        using var client = _gateway.Client();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Basic ZGVtbzpkZW1vZGVtb2RlbW8=");

        await (await client.GetAsync("/api/v1/lists")).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "unauthenticated");
    }

    [Fact]
    public async Task Cookie_and_token_together_are_refused()
    {
        using var client = _gateway.Client(bearer: _gateway.Identity.NewSession("sgp_"), session: _gateway.Identity.NewSession());

        await (await client.GetAsync("/api/v1/lists")).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "two-credentials");
    }

    [Theory]
    [InlineData(null, null, null, false)]
    [InlineData(null, GatewayApp.Origin, null, false)]
    [InlineData("1", null, null, false)]
    [InlineData("1", "https://evil.example", null, false)]
    [InlineData("1", GatewayApp.SignInOrigin, null, false)]
    [InlineData("1", "null", null, false)]
    [InlineData("1", "https://evil.example", "same-origin", false)]
    [InlineData("1", null, "same-site", false)]
    [InlineData("1", GatewayApp.Origin, null, true)]
    [InlineData("1", null, "same-origin", true)]
    public async Task A_change_by_cookie_must_come_from_the_apps_own_pages(string? header, string? origin, string? fetchSite, bool allowed)
    {
        using var client = _gateway.Client(session: _gateway.Identity.NewSession());
        AddUnlessNull(client, "Signet-Request", header);
        AddUnlessNull(client, "Origin", origin);
        AddUnlessNull(client, "Sec-Fetch-Site", fetchSite);

        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch })
        {
            var response = await client.SendAsync(new HttpRequestMessage(method, "/api/v1/contacts/1"));

            if (allowed)
            {
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            }
            else
            {
                await response.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "origin-refused");
            }
        }

        Assert.Equal(allowed ? 4 : 0, _gateway.Contacts.Requests.Count);
    }

    [Fact]
    public async Task Reading_by_cookie_needs_no_more_than_the_cookie()
    {
        using var client = _gateway.Client(session: _gateway.Identity.NewSession());

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/lists")).StatusCode);
    }

    [Fact]
    public async Task An_ended_session_is_401_when_its_tokens_have_run_out()
    {
        var session = _gateway.Identity.NewSession();
        using var client = _gateway.Client(session: session);
        await client.GetAsync("/api/v1/lists");
        _gateway.Identity.Sessions.Clear();
        _gateway.Host.Clock.Advance(TimeSpan.FromMinutes(1));

        await (await client.GetAsync("/api/v1/lists")).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "unauthenticated");
    }

    [Fact]
    public async Task Without_the_store_identity_decides_about_each_request()
    {
        // No server stands behind this gateway's connection string.
        var session = _gateway.Identity.NewSession();
        using var client = _gateway.Client(session: session);
        await client.GetAsync("/api/v1/lists");
        await client.GetAsync("/api/v1/lists");
        Assert.Equal(2, _gateway.Identity.Swaps.Count);

        _gateway.Identity.Sessions.Clear();

        await (await client.GetAsync("/api/v1/lists")).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "unauthenticated");
    }

    [Fact]
    public async Task Without_identity_the_answer_says_to_try_again()
    {
        _gateway.Identity.IsUp = false;
        using var client = _gateway.Client(session: _gateway.Identity.NewSession());

        var response = await client.GetAsync("/api/v1/lists");

        await response.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "service-unavailable");
        Assert.Equal("5", response.Header("Retry-After"));
    }

    [Fact]
    public async Task No_log_holds_a_credential()
    {
        var token = _gateway.Identity.NewSession("sgp_");
        var session = _gateway.Identity.NewSession();
        using var program = _gateway.Client(bearer: token);
        using var page = _gateway.Page(session);
        await program.GetAsync("/api/v1/lists");
        await page.PostAsync("/api/v1/contacts", null);
        _gateway.Identity.IsUp = false;
        await page.PostAsync("/api/v1/captures/mail", null);

        await _gateway.Host.Logs.WaitForAsync(log => log.Message.Contains("Identity did not answer", StringComparison.Ordinal));
        Assert.False(_gateway.Host.Logs.Contains(token));
        Assert.False(_gateway.Host.Logs.Contains(session));
        Assert.False(_gateway.Host.Logs.Contains("internal-contacts"));
    }

    private static void AddUnlessNull(HttpClient client, string name, string? value)
    {
        if (value is not null)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        }
    }
}
