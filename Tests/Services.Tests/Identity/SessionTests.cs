using System.Net;
using System.Net.Http.Json;
using Signet.Contracts;
using Signet.Identity.Sessions;

namespace Signet.Services.Tests.Identity;

public sealed class SessionTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    [Fact]
    public async Task Me_tells_who_is_signed_in_and_what_is_allowed()
    {
        var person = await app.AddPersonAsync(permissions: [Permissions.ProfileRead, Permissions.ListsRead]);
        using var api = await app.ApiOfAsync(person);
        var me = await api.GetFromJsonAsync<MeResponse>("/api/v1/me");
        Assert.Equal((person.UserId, person.Email, person.OrganizationId), (me!.UserId, me.Email, me.Organization.Id));
        Assert.Equal([Permissions.ProfileRead, Permissions.ListsRead], me.Permissions);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_told()
    {
        using var anonymous = app.Host.ClientOf("gateway");
        foreach (var path in new[] { "/api/v1/me", "/api/v1/access-tokens" })
            Assert.Equal(HttpStatusCode.Unauthorized, (await anonymous.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_session_token_cookie_and_further_exchanges_even_without_redis()
    {
        var person = await app.AddPersonAsync();
        using var browser = app.OpenBrowser();
        var token = await browser.SignInAsync(person.Email, IdentityApp.Password);
        var other = await app.SignInAsync(person);
        var held = (await app.SwapSessionAsync(token, "mail-worker")).Token;
        using var api = app.Host.ClientOf("gateway", (await app.SwapSessionAsync(token)).Token);

        Assert.Equal(HttpStatusCode.NoContent, (await api.DeleteAsync("/api/v1/sessions/current")).StatusCode);

        Assert.Equal("invalid_grant", (await app.SwapSessionAsync(token)).Error);
        Assert.Equal("invalid_grant", (await app.ExchangeJwtAsync("mail-worker", held, "contacts")).Error);
        Assert.StartsWith("/signin?", (await browser.GetAsync(browser.AuthorizeUrl)).Location, StringComparison.Ordinal);
        Assert.Equal(200, (await app.SwapSessionAsync(other)).Status);
        await app.Host.Logs.WaitForAsync(log => log.Message.Contains("could not be published", StringComparison.Ordinal));
        Assert.Contains(await app.AuditOfAsync(person), entry => entry.Action == "session.ended");
    }

    [Fact]
    public async Task A_code_of_a_session_that_ended_meanwhile_is_worth_nothing()
    {
        var person = await app.AddPersonAsync();
        using var browser = app.OpenBrowser();
        var token = await browser.SignInAsync(person.Email, IdentityApp.Password);
        var code = await browser.CodeAsync(browser.AuthorizeUrl);
        using var api = app.Host.ClientOf("gateway", (await app.SwapSessionAsync(token)).Token);
        await api.DeleteAsync("/api/v1/sessions/current");
        Assert.Equal(400, (await browser.RedeemCodeAsync(code)).Status);
    }

    [Fact]
    public async Task A_browser_that_is_signed_in_gets_its_code_without_asking_again()
    {
        var person = await app.AddPersonAsync();
        using var browser = app.OpenBrowser();
        await browser.SignInAsync(person.Email, IdentityApp.Password);
        Assert.NotEmpty(await browser.RedeemAsync(browser.AuthorizeUrl));
        using var stranger = app.OpenBrowser();
        Assert.StartsWith("/signin?", (await stranger.GetAsync(stranger.AuthorizeUrl)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_to_the_sign_out_page_ends_nothing_and_its_button_does()
    {
        var person = await app.AddPersonAsync();
        using var browser = app.OpenBrowser();
        var token = await browser.SignInAsync(person.Email, IdentityApp.Password);

        var page = await browser.GetAsync("/signout");
        Assert.Equal(200, page.Status);
        Assert.Equal("/signin/fault", (await browser.PostAsync("/signout")).Location);
        Assert.Equal(200, (await app.SwapSessionAsync(token)).Status);

        var done = await browser.PostAsync("/signout", page.FormToken);
        Assert.Equal((303, IdentityApp.PublicUrl + "/"), (done.Status, done.Location));
        Assert.Equal("invalid_grant", (await app.SwapSessionAsync(token)).Error);
        Assert.Equal(302, (await browser.GetAsync("/signout")).Status);
    }

    [Fact]
    public async Task A_session_ends_after_fourteen_days_without_use()
    {
        var person = await app.AddPersonAsync();
        var token = await app.SignInAsync(person);
        await app.AdvanceAsync(Session.IdleLimit - TimeSpan.FromMinutes(1));
        Assert.Equal(200, (await app.SwapSessionAsync(token)).Status);
        await app.AdvanceAsync(Session.IdleLimit - TimeSpan.FromMinutes(1));
        Assert.Equal(200, (await app.SwapSessionAsync(token)).Status);
        await app.AdvanceAsync(Session.IdleLimit);
        Assert.Equal("invalid_grant", (await app.SwapSessionAsync(token)).Error);
    }

    [Fact]
    public async Task A_session_ends_after_ninety_days_however_much_it_is_used()
    {
        var token = await app.SignInAsync(await app.AddPersonAsync());
        for (var day = 0; day < 89; day += 10)
        {
            Assert.Equal(200, (await app.SwapSessionAsync(token)).Status);
            await app.AdvanceAsync(TimeSpan.FromDays(day + 10 > 89 ? 9 : 10));
        }

        await app.AdvanceAsync(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        Assert.Equal("invalid_grant", (await app.SwapSessionAsync(token)).Error);
    }

    [Fact]
    public async Task A_personal_access_token_has_no_session_to_end()
    {
        using var api = await app.ApiOfAsync(await app.AddPersonAsync());
        var made = (await (await api.PostAsJsonAsync("/api/v1/access-tokens", new CreateAccessTokenRequest("x", [Permissions.ProfileRead], 1))).Content.ReadFromJsonAsync<CreatedAccessTokenResponse>())!;
        using var client = app.Host.ClientOf("gateway", (await app.SwapAccessTokenAsync(made.Token)).Token);
        Assert.Equal(HttpStatusCode.NotFound, (await client.DeleteAsync("/api/v1/sessions/current")).StatusCode);
        Assert.Equal(200, (await app.SwapAccessTokenAsync(made.Token)).Status);
    }
}
