using static Microsoft.Playwright.Assertions;

namespace Signet.Web.Tests.Journeys;

[Collection("journeys")]
public sealed class KeyboardJourney(BrowserHost host)
{
    [Fact]
    public async Task Everything_can_be_done_without_a_mouse()
    {
        var name = People.NewName("Tasten");
        await using var visit = await host.VisitAsync();
        var (page, keys) = (visit.Page, visit.Page.Keyboard);
        await visit.GoAsync("/", "#paste");
        await Expect(page.Locator("#paste")).ToBeFocusedAsync();
        await keys.InsertTextAsync($"Mit freundlichen Grüßen\nKlara {name}\nLeiterin Einkauf\nBeispiel Antriebstechnik GmbH\nTel. +49 69 90009417\n{name.ToLowerInvariant()}@antriebe.example.com");
        await keys.PressAsync("Control+Enter");
        await page.Locator(".draft input:focus").WaitForAsync();
        await keys.PressAsync("Control+Enter");
        await Expect(page.Locator(".toast")).ToContainTextAsync("saved to");

        await page.Locator("#paste:focus").WaitForAsync();
        await keys.PressAsync("Escape");
        await keys.PressAsync("/");
        await Expect(page.Locator("#search")).ToBeFocusedAsync();
        await keys.TypeAsync(name);
        await Expect(page.Locator("[data-row]")).ToHaveCountAsync(1);
        await keys.PressAsync("ArrowDown");
        await Expect(page.Locator("[data-row]")).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Expect(page.Locator("aside.panel h2")).ToContainTextAsync(name);
        await keys.PressAsync("Escape");
        await Expect(page.Locator("aside.panel")).ToHaveCountAsync(0);
        await Expect(page.Locator("[data-row]")).ToBeFocusedAsync(); // back to where it came from
        await keys.PressAsync("Enter");
        await page.Locator("aside.panel h2").WaitForAsync();
        await keys.PressAsync("e");
        await page.Locator(".form input:focus").WaitForAsync();
        await keys.PressAsync("Escape");
        await page.Locator(".who h2").WaitForAsync();
        await keys.PressAsync("Delete");
        await Expect(page.Locator(".mud-dialog")).ToBeVisibleAsync();
        await page.Locator(".mud-dialog button:focus").WaitForAsync();
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        await Expect(page.Locator(".toast")).ToContainTextAsync("deleted");

        await keys.PressAsync("g");
        await keys.PressAsync("e");
        await Expect(page.Locator("#paste")).ToBeFocusedAsync();
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Single_letters_do_nothing_inside_a_field_and_can_be_turned_off()
    {
        await using var visit = await host.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/contacts", "#search");
        await page.Locator("#search").FillAsync("");
        await page.Keyboard.TypeAsync("n");
        Assert.EndsWith("/contacts", page.Url, StringComparison.Ordinal);

        await visit.GoAsync("/account", "text=Use single keys");
        await page.GetByText("Use single keys").ClickAsync();
        await visit.GoAsync("/contacts", "h1:focus");
        await page.Keyboard.PressAsync("n");
        await page.WaitForTimeoutAsync(300);
        Assert.EndsWith("/contacts", page.Url, StringComparison.Ordinal);

        await visit.GoAsync("/account", "text=Use single keys");
        await page.GetByText("Use single keys").ClickAsync();
        await visit.GoAsync("/contacts", "h1:focus");
        await page.Keyboard.PressAsync("n");
        await page.WaitForURLAsync("**/contacts/new");
    }

    [Fact]
    public async Task The_keys_of_the_page_are_listed()
    {
        await using var visit = await host.VisitAsync();
        await visit.GoAsync("/contacts", "h1:focus");
        await visit.Page.Keyboard.PressAsync("?");
        await Expect(visit.Page.Locator(".keys")).ToContainTextAsync("Capture");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Page.Locator(".keys")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_first_stop_leads_past_the_navigation()
    {
        await using var visit = await host.VisitAsync();
        await visit.GoAsync("/account", "h1:focus");
        await visit.Page.EvaluateAsync("document.activeElement.blur()");
        await visit.Page.Locator(".skip").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("#main")).ToBeFocusedAsync();
    }
}
