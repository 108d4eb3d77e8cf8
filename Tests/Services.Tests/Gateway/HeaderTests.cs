using System.Net;
using Microsoft.AspNetCore.Http;
using Signet.Testing;

namespace Signet.Services.Tests.Gateway;

public sealed class HeaderTests : IAsyncLifetime
{
    private GatewayApp _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await GatewayApp.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Theory]
    [InlineData("X-Forwarded-For", "10.0.0.1")]
    [InlineData("X-Forwarded-Host", "evil.example")]
    [InlineData("X-Forwarded-Proto", "http")]
    [InlineData("X-Forwarded-Prefix", "/evil")]
    [InlineData("Forwarded", "for=10.0.0.1")]
    [InlineData("X-Real-IP", "10.0.0.1")]
    [InlineData("X-User-Id", "somebody")]
    [InlineData("X-Original-URL", "/internal/drafts")]
    [InlineData("X-HTTP-Method-Override", "DELETE")]
    [InlineData("X-Client-Cert", "gateway")]
    [InlineData("Cookie", "other=1")]
    [InlineData("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")]
    [InlineData("baggage", "tenant=other")]
    [Promise(2)]
    public async Task What_callers_invent_reaches_no_service(string name, string value)
    {
        using var client = _gateway.Client(bearer: _gateway.Identity.NewSession("sgp_"));
        client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/lists")).StatusCode);

        var received = _gateway.Contacts.Last.Headers.GetValueOrDefault(name, "");
        Assert.DoesNotContain(value, received, StringComparison.Ordinal);
        // Of a trace, the id is what would tie inside to outside.
        Assert.DoesNotContain("0af7651916cd43dd8448eb211c80319c", received, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("If-Match", "\"3\"")]
    [InlineData("Idempotency-Key", "a-key-of-the-caller")]
    [InlineData("Accept-Language", "de")]
    public async Task What_the_api_knows_reaches_the_service(string name, string value)
    {
        using var client = _gateway.Client(bearer: _gateway.Identity.NewSession("sgp_"));
        client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);

        await client.GetAsync("/api/v1/lists");

        Assert.Equal(value, _gateway.Contacts.Last.Headers[name]);
    }

    [Fact]
    public async Task A_header_outside_of_ASCII_is_the_services_to_judge_and_no_fault_of_the_gateway()
    {
        using var client = _gateway.Client(bearer: _gateway.Identity.NewSession("sgp_"));
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", "ä");

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/lists")).StatusCode);
        Assert.Equal("ä", _gateway.Contacts.Last.Headers["Accept-Language"]);
    }

    [Fact]
    public async Task The_credential_stays_at_the_door_and_an_internal_token_goes_on()
    {
        var token = _gateway.Identity.NewSession("sgp_");
        using var client = _gateway.Client(bearer: token);

        await client.GetAsync("/api/v1/lists?filter=1");

        var received = _gateway.Contacts.Last;
        Assert.Equal("Bearer internal-contacts-1", received.Headers["Authorization"]);
        Assert.Equal("gateway", received.Caller);
        Assert.Equal("contacts.signet.internal", received.Host);
        Assert.Equal("/api/v1/lists?filter=1", received.Target);
        Assert.DoesNotContain(received.Headers.Values, value => value.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Identitys_pages_learn_the_outside_name_from_the_gateway_and_from_nobody_else()
    {
        using var client = _gateway.Client(GatewayApp.SignInOrigin);
        client.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-Host", "evil.example");
        client.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-Proto", "http");
        client.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-For", "10.0.0.1");
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer x");
        client.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", "__Host-signet-id=1");

        await client.GetAsync("/signin?ReturnUrl=%2Fconnect%2Fauthorize%3Fa%3D1%26b%3D2");

        var received = _gateway.Identity.Pages.Last;
        Assert.Equal("id.signet.localhost", received.Headers["X-Forwarded-Host"]);
        Assert.Equal("https", received.Headers["X-Forwarded-Proto"]);
        Assert.Equal("127.0.0.1", received.Headers["X-Forwarded-For"]);
        Assert.Equal("__Host-signet-id=1", received.Headers["Cookie"]);
        Assert.DoesNotContain("Authorization", received.Headers.Keys);
        Assert.Equal("/signin?ReturnUrl=%2Fconnect%2Fauthorize%3Fa%3D1%26b%3D2", received.Target);
    }

    [Fact]
    public async Task Only_identitys_pages_set_cookies()
    {
        Func<HttpContext, Task> answer = context =>
        {
            context.Response.Cookies.Append("planted", "1");
            return Task.CompletedTask;
        };
        _gateway.Contacts.Answer = answer;
        _gateway.Identity.Pages.Answer = answer;
        using var api = _gateway.Client(bearer: _gateway.Identity.NewSession("sgp_"));
        using var pages = _gateway.Client(GatewayApp.SignInOrigin);

        Assert.Equal("", (await api.GetAsync("/api/v1/lists")).Header("Set-Cookie"));
        Assert.StartsWith("planted=1", (await pages.GetAsync("/signin")).Header("Set-Cookie"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_of_the_api_are_kept_by_no_cache_and_are_no_documents()
    {
        using var client = _gateway.Client(bearer: _gateway.Identity.NewSession("sgp_"));

        var response = await client.GetAsync("/api/v1/lists");

        Assert.Equal("no-store", response.Header("Cache-Control"));
        Assert.Equal("default-src 'none'; frame-ancestors 'none'", response.Header("Content-Security-Policy"));
        Assert.Equal("nosniff", response.Header("X-Content-Type-Options"));
    }

    [Fact]
    public async Task Identitys_pages_run_no_inline_script_and_no_inline_style_whatever_they_say_themselves()
    {
        _gateway.Identity.Pages.Answer = context =>
        {
            context.Response.Headers.ContentSecurityPolicy = "script-src 'unsafe-inline'";
            return context.Response.WriteAsync("page");
        };
        using var client = _gateway.Client(GatewayApp.SignInOrigin);

        var policy = (await client.GetAsync("/signin")).Header("Content-Security-Policy");

        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains($"form-action 'self' {GatewayApp.Origin}", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
    }
}
