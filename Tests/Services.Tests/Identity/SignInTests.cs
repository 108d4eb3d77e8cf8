using Microsoft.EntityFrameworkCore;

namespace Signet.Services.Tests.Identity;

public sealed class SignInTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    [Fact]
    public async Task A_person_signs_in_and_the_gateway_gets_a_token_for_exactly_that_person()
    {
        var person = await app.AddPersonAsync();
        var token = await app.SignInAsync(person);
        Assert.DoesNotContain('.', token);

        var swapped = await app.SwapSessionAsync(token, "contacts");

        Assert.Equal(200, swapped.Status);
        Assert.Equal(person.UserId.ToString(), swapped.Claims.GetProperty("sub").GetString());
        Assert.Equal(person.OrganizationId.ToString(), swapped.Claims.GetProperty("org").GetString());
        Assert.Equal("contacts", swapped.Claims.GetProperty("aud").GetString());
    }

    [Fact]
    public async Task Unknown_address_wrong_password_and_locked_account_get_the_same_page_and_status()
    {
        var known = await app.AddPersonAsync();
        var locked = await app.AddPersonAsync();
        var now = app.Clock.GetUtcNow();
        await app.InTenantAsync(locked.OrganizationId, db => db.Users.Where(user => user.Id == locked.UserId)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.LockedUntil, now.AddMinutes(10))));

        using var first = app.OpenBrowser();
        using var second = app.OpenBrowser();
        using var third = app.OpenBrowser();
        var wrong = await first.TryAsync(known.Email, "wrong");
        var unknown = await second.TryAsync("nobody@example.com", "wrong");
        var resting = await third.TryAsync(locked.Email, IdentityApp.Password);

        Assert.Equal(422, wrong.Status);
        Assert.Contains("Address or password is wrong.", wrong.Body, StringComparison.Ordinal);
        Assert.Equal((wrong.Status, Anonymous(wrong, known.Email)), (unknown.Status, Anonymous(unknown, "nobody@example.com")));
        Assert.Equal((wrong.Status, Anonymous(wrong, known.Email)), (resting.Status, Anonymous(resting, locked.Email)));
    }

    [Fact]
    public async Task The_address_page_answers_the_same_for_known_and_unknown_addresses()
    {
        var known = await app.AddPersonAsync();
        using var first = app.OpenBrowser();
        using var second = app.OpenBrowser();

        var there = await first.EnterAddressAsync(known.Email);
        var nowhere = await second.EnterAddressAsync("nobody@example.com");

        Assert.Equal((200, Anonymous(there, known.Email)), (nowhere.Status, Anonymous(nowhere, "nobody@example.com")));
    }

    [Theory]
    [InlineData("DEMO.Person@Example.com")]
    [InlineData("  demo.person@example.com ")]
    public async Task Case_and_blanks_of_an_address_do_not_matter(string typed)
    {
        await app.AddPersonAsync(email: "demo.person@example.com", password: typed);
        using var browser = app.OpenBrowser();
        // Both rounds add an account; the password tells which one is meant.
        Assert.NotEmpty(await browser.SignInAsync(typed, typed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no-at.example.com")]
    [InlineData("two@at@example.com")]
    [InlineData("has space@example.com")]
    [InlineData("turned‮@example.com")]
    public async Task What_is_no_address_is_named_at_the_field(string address)
    {
        using var browser = app.OpenBrowser();
        var answer = await browser.EnterAddressAsync(address);
        Assert.Equal(422, answer.Status);
        Assert.Contains("Needs an @", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overlong_input_is_refused_without_work()
    {
        var person = await app.AddPersonAsync();
        using var browser = app.OpenBrowser();
        var address = await browser.EnterAddressAsync(new string('a', 300) + "@example.com");
        Assert.Equal(422, address.Status);

        var page = await browser.EnterAddressAsync(person.Email);
        Assert.Equal(422, (await browser.EnterPasswordAsync(page, new string('x', 2000))).Status);
        // Small enough for a socket's buffer: what is refused before it was read whole may otherwise break the sender's connection first.
        Assert.Equal("/signin/fault", (await browser.EnterPasswordAsync(page, new string('x', 70_000))).Location);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_and_with_it_taken()
    {
        var person = await app.AddPersonAsync();
        using var browser = app.OpenBrowser();
        var page = await browser.EnterAddressAsync(person.Email);

        var forged = await browser.PostAsync("/signin/password", ("State", page.Field("State")), ("Password", IdentityApp.Password));
        Assert.Equal((303, "/signin/fault"), (forged.Status, forged.Location));
        Assert.Equal(400, (await browser.GetAsync(forged.Location)).Status);

        var real = await browser.EnterPasswordAsync(page, IdentityApp.Password);
        Assert.StartsWith("/connect/authorize?", real.Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/connect/authorize?")]
    [InlineData("/\\evil.example")]
    [InlineData("/connect/authorize?x\r\nLocation: https://evil.example")]
    [InlineData("/signout")]
    public async Task A_sign_in_leads_nowhere_but_to_its_authorization_request(string returnUrl)
    {
        var person = await app.AddPersonAsync();
        using var browser = app.OpenBrowser();
        var page = await browser.GetAsync($"/signin?returnUrl={Uri.EscapeDataString(returnUrl)}");
        Assert.Equal("", page.Field("ReturnUrl"));

        var sent = await browser.PostAsync("/signin", ("Address", person.Email), ("ReturnUrl", returnUrl), page.FormToken);
        var done = await browser.EnterPasswordAsync(await browser.GetAsync(sent.Location), IdentityApp.Password);

        Assert.Equal((303, $"{IdentityApp.PublicUrl}/signin"), (done.Status, done.Location));
    }

    [Theory]
    [InlineData("https://evil.example/signin/callback", "S256")]
    [InlineData("https://signet.localhost:8443/elsewhere", "S256")]
    [InlineData("https://signet.localhost:8443/signin/callback", "plain")]
    public async Task An_authorization_request_with_another_redirect_or_a_weak_challenge_leads_to_no_code(string redirect, string method)
    {
        using var browser = app.OpenBrowser();
        var answer = await browser.GetAsync(browser.AuthorizeUrlWith(redirect, method));
        Assert.DoesNotContain("code=", answer.Location, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", answer.Location, StringComparison.Ordinal);
        Assert.DoesNotContain("/signin?", answer.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_works_once_with_the_right_secret_and_verifier()
    {
        var person = await app.AddPersonAsync();
        using var browser = app.OpenBrowser();
        await browser.SignInAsync(person.Email, IdentityApp.Password);

        Assert.Equal(401, (await browser.RedeemCodeAsync(await browser.CodeAsync(browser.AuthorizeUrl), secret: "wrong")).Status);
        Assert.Equal(400, (await browser.RedeemCodeAsync(await browser.CodeAsync(browser.AuthorizeUrl), otherVerifier: new string('a', 43))).Status);

        var code = await browser.CodeAsync(browser.AuthorizeUrl);
        var first = await browser.RedeemCodeAsync(code);
        Assert.Equal(200, first.Status);
        Assert.Equal(400, (await browser.RedeemCodeAsync(code)).Status);
        // Somebody else had the code too: what it gave is worth nothing any more.
        Assert.Equal("invalid_grant", (await app.SwapSessionAsync(first.Json.GetProperty("access_token").GetString()!)).Error);
    }

    [Fact]
    public async Task A_sign_in_that_takes_too_long_starts_again()
    {
        var person = await app.AddPersonAsync();
        using var browser = app.OpenBrowser();
        var page = await browser.EnterAddressAsync(person.Email);

        app.Clock.Advance(TimeSpan.FromMinutes(16));

        var late = await browser.EnterPasswordAsync(page, IdentityApp.Password);
        Assert.Equal((303, "/signin?expired=true"), (late.Status, late.Location));
        Assert.Contains("took too long", (await browser.GetAsync(late.Location)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_of_two_organizations_asks_which_one_only_after_the_password()
    {
        var email = $"two-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}@example.com";
        var first = await app.AddPersonAsync(email: email);
        var second = await app.AddPersonAsync(email: email);
        using var browser = app.OpenBrowser();

        var entered = await browser.TryAsync(email, IdentityApp.Password);
        Assert.Equal("/signin/organization", entered.Location);
        var choice = await browser.GetAsync(entered.Location);
        var stranger = await app.AddPersonAsync();
        var refused = await browser.PostAsync("/signin/organization", ("State", choice.Field("State")), ("Organization", stranger.OrganizationId.ToString()), choice.FormToken);
        Assert.Equal("/signin?expired=true", refused.Location);

        var chosen = await browser.PostAsync("/signin/organization", ("State", choice.Field("State")), ("Organization", second.OrganizationId.ToString()), choice.FormToken);
        var swapped = await app.SwapSessionAsync(await browser.RedeemAsync(chosen.Location));
        Assert.Equal(second.OrganizationId.ToString(), swapped.Claims.GetProperty("org").GetString());
        Assert.NotEqual(first.OrganizationId, second.OrganizationId);
    }

    [Fact]
    public async Task Sign_ins_and_failures_are_recorded_by_ids_alone()
    {
        var person = await app.AddPersonAsync();
        using var browser = app.OpenBrowser();
        await browser.TryAsync(person.Email, "wrong");
        await browser.SignInAsync(person.Email, IdentityApp.Password);

        var entries = await app.AuditOfAsync(person);

        // Both at one moment of the fake clock: their order says nothing.
        Assert.Equal(["session.started", "sign-in.failed"], entries.Select(entry => entry.Action).Order());
        Assert.All(entries, entry => Assert.DoesNotContain("example.com", entry.Facts, StringComparison.Ordinal));
        Assert.False(app.Host.Logs.Contains(person.Email));
        Assert.False(app.Host.Logs.Contains(IdentityApp.Password));
    }

    [Fact]
    public async Task Pages_carry_a_policy_without_inline_scripts_or_styles()
    {
        using var browser = app.OpenBrowser();
        var page = await browser.GetAsync("/signin");

        var policy = page.Headers["Content-Security-Policy"];
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains($"form-action 'self' {IdentityApp.PublicUrl};", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("style=\"", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", page.Body, StringComparison.Ordinal);
        Assert.DoesNotMatch("<script(?![^>]*src=)", page.Body);
        Assert.Equal("no-store", page.Headers["Cache-Control"]);
    }

    [Theory]
    [InlineData("signin.css", "text/css")]
    [InlineData("tokens.css", "text/css")]
    [InlineData("signin.js", "text/javascript")]
    [InlineData("fonts/inter-latin-wght-normal.woff2", "font/woff2")]
    public async Task The_files_of_the_pages_are_there(string file, string type)
    {
        using var browser = app.OpenBrowser();
        var answer = await browser.GetAsync($"/assets/{file}");
        Assert.Equal((200, type), (answer.Status, answer.Headers["Content-Type"]));
        Assert.Equal(404, (await browser.GetAsync($"/assets/../{file}")).Status);
    }

    [Fact]
    public async Task Only_the_gateway_reaches_pages_and_code()
    {
        using var contacts = new Browser(app.Host.ClientOf("contacts"));
        foreach (var path in new[] { "/signin", "/signin/password", "/signout", contacts.AuthorizeUrl })
            Assert.InRange((await contacts.GetAsync(path)).Status, 401, 403);
        using var gateway = app.OpenBrowser();
        Assert.Equal(200, (await gateway.GetAsync("/signin")).Status);
    }

    private static string Anonymous(Answer page, string address) =>
        page.WithoutSecrets().Replace(address, "ADDRESS", StringComparison.Ordinal).Replace($">{address[..1].ToUpperInvariant()}<", ">A<", StringComparison.Ordinal);
}
