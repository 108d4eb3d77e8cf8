using System.Net;
using static Microsoft.Playwright.Assertions;

namespace Signet.Web.Tests.Journeys;

[Collection("journeys")]
public sealed class AccountJourney(BrowserHost host)
{
    [Fact]
    public async Task A_token_is_made_shown_once_works_and_is_revoked()
    {
        await using var visit = await host.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/account", "[data-key=N]");
        await page.Locator("[data-key=N]").ClickAsync();
        await page.Locator("#token-name").FillAsync("Import script");
        await page.GetByLabel("See lists").CheckAsync();
        await page.GetByText("Make token").ClickAsync();
        var token = (await page.Locator("#new-token").TextContentAsync())!;
        using var client = visit.App.CreateApiClient(token);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/lists", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/api/v1/access-tokens", TestContext.Current.CancellationToken)).StatusCode);

        await page.ReloadAsync();
        await page.Locator(".tokens li").First.WaitForAsync();
        Assert.DoesNotContain(token, await page.ContentAsync(), StringComparison.Ordinal);
        await page.GetByLabel("Revoke Import script").First.ClickAsync();
        await page.Locator(".mud-dialog .mud-button-filled").ClickAsync();

        await Expect(page.Locator(".toast")).ToContainTextAsync("revoked");
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/lists", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_chosen_theme_is_there_before_anything_is_painted()
    {
        await using var visit = await host.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/account", "text=Appearance");
        await page.GetByText("Dark", new() { Exact = true }).ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");

        await page.GotoAsync("/contacts", new() { WaitUntil = Microsoft.Playwright.WaitUntilState.Commit });
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");

        await visit.GoAsync("/account", "text=Appearance");
        await page.GetByText("System", new() { Exact = true }).ClickAsync();
        Assert.Null(await page.Locator("html").GetAttributeAsync("data-theme"));
    }
}
