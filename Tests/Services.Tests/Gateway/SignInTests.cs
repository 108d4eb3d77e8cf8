using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Signet.Services.Tests.Gateway;

public sealed class SignInTests : IAsyncLifetime
{
    private GatewayApp _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await GatewayApp.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Sign_in_begins_at_identity_with_a_state_and_a_challenge()
    {
        var (query, cookie) = await BeginAsync("/signin?returnUrl=/lists/1");

        Assert.Equal("code", query["response_type"]);
        Assert.Equal("signet-web", query["client_id"]);
        Assert.Equal("signet", query["scope"]);
        Assert.Equal(GatewayApp.Origin + "/signin/callback", query["redirect_uri"]);
        Assert.Equal("S256", query["code_challenge_method"]);
        Assert.Equal(43, query["code_challenge"].Length);
        Assert.Contains("secure; samesite=lax; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("__Host-signet-signin=", cookie, StringComparison.Ordinal);
        Assert.Contains("path=/", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_becomes_a_session_that_leads_back_to_where_the_person_was()
    {
        var session = _gateway.Identity.NewSession();
        _gateway.Identity.Codes["the-code"] = session;
        var (query, cookie) = await BeginAsync("/signin?returnUrl=/lists/1%3Ftab=2");

        var response = await CompleteAsync(cookie, $"code=the-code&state={query["state"]}&iss={GatewayApp.SignInOrigin}/");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/lists/1?tab=2", response.Headers.Location?.ToString());
        var cookies = response.Headers.GetValues("Set-Cookie").ToList();
        Assert.Contains(cookies, set => set.StartsWith($"__Host-signet={session}; max-age=3600; path=/; secure; samesite=lax; httponly", StringComparison.Ordinal));
        Assert.Contains(cookies, set => set.StartsWith("__Host-signet-signin=; expires=Thu, 01 Jan 1970", StringComparison.Ordinal));
        Assert.Equal("no-store", response.Header("Cache-Control"));
        var redeemed = _gateway.Identity.Redemptions.Single();
        Assert.Equal(query["code_challenge"], WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(redeemed["code_verifier"]))));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/%09/evil.example")]
    [InlineData("evil")]
    [InlineData("")]
    public async Task Another_site_is_no_place_to_return_to(string returnUrl)
    {
        _gateway.Identity.Codes["the-code"] = _gateway.Identity.NewSession();
        var (query, cookie) = await BeginAsync($"/signin?returnUrl={returnUrl}");

        var response = await CompleteAsync(cookie, $"code=the-code&state={query["state"]}&iss={GatewayApp.SignInOrigin}/");

        Assert.Equal("/", response.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("code=the-code&state=another&iss=https://id.signet.localhost/", true)]
    [InlineData("code=the-code&state={0}&iss=https://evil.example/", true)]
    [InlineData("code=the-code&state={0}", true)]
    [InlineData("code=the-code&iss=https://id.signet.localhost/", true)]
    [InlineData("code=the-code&state={0}&iss=https://id.signet.localhost/", false)]
    public async Task An_answer_that_this_browser_did_not_ask_for_is_not_taken(string answer, bool withCookie)
    {
        _gateway.Identity.Codes["the-code"] = _gateway.Identity.NewSession();
        var (query, cookie) = await BeginAsync("/signin");

        var response = await CompleteAsync(withCookie ? cookie : "", string.Format(System.Globalization.CultureInfo.InvariantCulture, answer, query["state"]));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain("__Host-signet=", response.Header("Set-Cookie"), StringComparison.Ordinal);
        Assert.Empty(_gateway.Identity.Redemptions);
        Assert.Contains("href=\"/signin", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_identity_does_not_know_is_no_session()
    {
        var (query, cookie) = await BeginAsync("/signin");

        var response = await CompleteAsync(cookie, $"code=other&state={query["state"]}&iss={GatewayApp.SignInOrigin}/");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain("__Host-signet=", response.Header("Set-Cookie"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_out_ends_the_session_at_identity_and_takes_the_cookie()
    {
        using var page = _gateway.Page(_gateway.Identity.NewSession());

        var response = await page.PostAsync("/signout", null);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.StartsWith("__Host-signet=; expires=Thu, 01 Jan 1970", response.Header("Set-Cookie"), StringComparison.Ordinal);
        Assert.Equal("Bearer internal-identity-1", _gateway.Identity.Ended.Single());
    }

    [Fact]
    public async Task Another_site_cannot_sign_anybody_out()
    {
        using var client = _gateway.Client(session: _gateway.Identity.NewSession());

        await (await client.PostAsync("/signout", null)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "origin-refused");

        Assert.Empty(_gateway.Identity.Ended);
    }

    [Fact]
    public async Task Sign_out_without_identity_keeps_the_cookie_and_says_so()
    {
        using var page = _gateway.Page(_gateway.Identity.NewSession());
        _gateway.Identity.IsUp = false;

        var response = await page.PostAsync("/signout", null);

        await response.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "service-unavailable");
        Assert.Equal("", response.Header("Set-Cookie"));
    }

    private async Task<(Dictionary<string, string> Query, string Cookie)> BeginAsync(string path)
    {
        using var client = _gateway.Client();
        var response = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.StartsWith(GatewayApp.SignInOrigin + "/connect/authorize?", response.Headers.Location!.ToString(), StringComparison.Ordinal);
        var query = QueryHelpers.ParseQuery(response.Headers.Location.Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        return (query, response.Header("Set-Cookie"));
    }

    private async Task<HttpResponseMessage> CompleteAsync(string cookie, string answer)
    {
        using var client = _gateway.Client();
        if (cookie.Length > 0)
        {
            client.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        }

        return await client.GetAsync($"/signin/callback?{answer}");
    }
}
