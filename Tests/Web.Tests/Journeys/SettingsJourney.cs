using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Signet.Web.Tests.Journeys;

/// <summary>What the organisation sets, and what a capture makes of it.</summary>
[Collection("journeys")]
public sealed class SettingsJourney(BrowserHost host)
{
    private const string Swiss = "Mit freundlichen Grüßen\nKlara Muster\nLeiterin Einkauf\nBeispiel Antriebe AG\nTel. 044 668 18 00";

    [Fact]
    public async Task A_number_is_read_as_the_organisation_has_set_it_and_all_of_it_by_keyboard()
    {
        // A sign-in of its own: the gateway keeps the tokens of the other journeys' session for most of a minute.
        await using var visit = await host.StrangerAsync();
        await visit.SignInAsync(visit.App.DemoPassword);
        var page = visit.Page;
        await visit.GoAsync("/contacts", "h1:focus");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("o");
        await page.WaitForURLAsync("**/settings/capture");
        await page.Locator("#region").FocusAsync();
        await page.Keyboard.TypeAsync("Switzerland");
        await Expect(page.Locator(".pending")).ToHaveTextAsync("Germany → Switzerland");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".pending")).ToContainTextAsync("Saved.");
        try
        {
            Assert.Equal("+41 44 668 18 00", await ReadPhoneAsync(visit));
            await visit.GoAsync("/contacts/new", ".form");
            await Visit.Field(page, "Last name").FillAsync(People.NewName("Schweiz"));
            await Visit.Field(page, "Mobile").FillAsync("079 123 45 67");
            await page.Keyboard.PressAsync("Control+Enter");
            await Expect(page.Locator(".rec")).ToContainTextAsync("+41 79 123 45 67");
        }
        finally
        {
            await visit.GoAsync("/settings/capture", "#region");
            await page.Locator("#region").SelectOptionAsync(new SelectOptionValue { Label = "Germany" });
            await page.Keyboard.PressAsync("Control+Enter");
            await Expect(page.Locator(".pending")).ToContainTextAsync("Saved.");
        }
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_change_in_a_second_tab_is_not_overwritten_unseen()
    {
        await using var visit = await host.VisitAsync();
        var first = visit.Page;
        await visit.GoAsync("/settings/capture", "#language");
        var second = await visit.NewTabAsync();
        await second.GotoAsync("/settings/capture");
        await second.Locator("#language").SelectOptionAsync(new SelectOptionValue { Label = "French" });
        await second.Keyboard.PressAsync("Control+Enter");
        await Expect(second.Locator(".pending")).ToContainTextAsync("Saved.");

        await first.Locator("#language").SelectOptionAsync(new SelectOptionValue { Label = "Italian" });
        await first.Keyboard.PressAsync("Control+Enter");

        await Expect(first.GetByRole(AriaRole.Alert)).ToContainTextAsync("changed meanwhile");
        await Expect(first.Locator(".pending")).ToHaveTextAsync("French → Italian");
        await first.Locator("#language").SelectOptionAsync(new SelectOptionValue { Label = "German" });
        await first.Keyboard.PressAsync("Control+Enter");
        await Expect(first.Locator(".pending")).ToContainTextAsync("Saved.");
        Assert.Empty(visit.Complaints);
    }

    private static async Task<string> ReadPhoneAsync(Visit visit)
    {
        await visit.GoAsync("/capture", "#paste");
        await visit.Page.Locator("#paste").FillAsync(Swiss);
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await visit.Page.Locator(".draft input").First.WaitForAsync();
        var number = await visit.Page.Locator(".draft input[type=tel]").First.InputValueAsync();
        await visit.Page.Locator(".foot").GetByText("Discard").ClickAsync();
        await visit.Page.Locator("#paste").WaitForAsync();
        return number;
    }
}
