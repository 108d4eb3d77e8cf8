using System.Net;
using Bunit;
using Signet.Contracts;
using Signet.Web.Account;
using Signet.Web.Shell;

namespace Signet.Web.Tests.Account;

public sealed class AccessTokensTests : WebContext
{
    private const string Tokens = "/api/v1/access-tokens";
    private static readonly AccessTokenResponse Old = new(Guid.CreateVersion7(Sample.Then), "Import script", [Permissions.ContactsRead], Sample.Then, Sample.Then.AddDays(30), null);

    public AccessTokensTests() =>
        Server.On("GET /api/v1/me", Sample.Me).On("GET /api/v1/lists", Sample.Lists).On($"GET {Tokens}", new AccessTokensResponse([Old]));

    [Fact]
    public async Task A_token_is_shown_once()
    {
        Server.On($"POST {Tokens}", new CreatedAccessTokenResponse(Old with { Id = Guid.Empty, Name = "Report" }, "sgp_example"), HttpStatusCode.Created);
        var page = await OpenAsync();
        await MakeAsync(page, "Report");

        Assert.Equal("sgp_example", page.Find("#new-token").TextContent);
        var sent = Server.Sent.Single(request => request.Line.StartsWith("POST", StringComparison.Ordinal));
        Assert.Equal("Report", sent.Read<CreateAccessTokenRequest>().Name);
        Assert.False(sent.Headers.ContainsKey("Idempotency-Key")); // the answer may not be stored

        await page.Find(".note button[aria-label=Close]").ClickAsync(new());
        Assert.DoesNotContain("sgp_example", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_token_may_allow_appears_also_when_the_session_is_later_than_the_form()
    {
        var page = Render<AccessTokens>();
        await page.Find("[data-key=N]").ClickAsync(new());
        Assert.Empty(page.FindAll(".scopes input"));

        await Get<Session>().EnsureAsync();

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".scopes input")));
    }

    [Fact]
    public async Task A_token_without_a_name_or_a_scope_is_not_made()
    {
        var page = await OpenAsync();
        await page.Find("[data-key=N]").ClickAsync(new());

        await page.Find("form").SubmitAsync();

        Assert.Contains(Words["Error_TokenName"], page.Markup, StringComparison.Ordinal);
        Assert.Contains(Words["Error_TokenScopes"], page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(Server.Sent, request => request.Line.StartsWith("POST", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_what_the_person_may_do_is_offered()
    {
        Server.On("GET /api/v1/me", Sample.Me with { Permissions = [Permissions.ContactsRead] });
        var page = await OpenAsync();
        await page.Find("[data-key=N]").ClickAsync(new());
        Assert.Equal(Words["Scope_contacts.read"], Assert.Single(page.FindAll(".scopes label")).TextContent.Trim());
    }

    private async Task<IRenderedComponent<AccessTokens>> OpenAsync()
    {
        await Get<Session>().EnsureAsync();
        var page = Render<AccessTokens>();
        page.WaitForElement(".tokens li");
        return page;
    }

    private static async Task MakeAsync(IRenderedComponent<AccessTokens> page, string name)
    {
        await page.Find("[data-key=N]").ClickAsync(new());
        await page.Find("#token-name").InputAsync(name);
        await page.FindAll(".scopes input")[0].ChangeAsync(true);
        await page.Find("form").SubmitAsync();
    }
}
