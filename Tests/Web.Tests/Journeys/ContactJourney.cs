using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Signet.Web.Tests.Journeys;

/// <summary>The path that all data takes: capture, draft, check, save, find, edit, delete.</summary>
[Collection("journeys")]
public sealed class ContactJourney(BrowserHost host)
{
    [Fact]
    public async Task A_dropped_mail_becomes_a_saved_contact_in_two_steps()
    {
        var name = People.NewName("Capture");
        await using var visit = await host.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/contacts", "#search"); // a mail can be dropped on any page
        await visit.DropAsync("Anfrage.eml", People.Mail(name));

        await page.Locator(".capt").WaitForAsync();
        await Expect(page.Locator(".source")).ToContainTextAsync("zwölf Dosierpumpen");
        await Expect(Visit.Field(page, "Last name")).ToHaveValueAsync(name);
        await Expect(Visit.Field(page, "Mobile")).ToHaveValueAsync("+49 171 3920042");
        await page.Locator("mark", new() { HasText = "0171 3920042" }).ClickAsync();
        await Expect(Visit.Field(page, "Mobile")).ToBeFocusedAsync();
        await Expect(page.Locator("mark.on")).ToHaveTextAsync("0171 3920042");
        await page.Keyboard.PressAsync("Control+Enter");

        await Expect(page.Locator(".toast")).ToContainTextAsync($"{name} saved to");
        await Expect(page.Locator(".rec-list li")).ToContainTextAsync(name);
        await page.Locator(".toast a").ClickAsync();
        await Expect(page.Locator(".who h2")).ToContainTextAsync(name);
        await Expect(page.Locator(".rec .src").First).ToContainTextAsync("Mail");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task The_same_person_again_is_told_before_saving()
    {
        var name = People.NewName("Again");
        await using var visit = await host.VisitAsync();
        await visit.CaptureAsync(People.Mail(name));

        await visit.DropAsync("again.eml", People.Mail(name));

        await Expect(visit.Page.Locator(".dup")).ToContainTextAsync(name);
        await Expect(visit.Page.Locator(".dup")).ToContainTextAsync("e-mail address");
    }

    [Fact]
    public async Task Pasted_text_is_read_too_and_is_gone_after_a_reload()
    {
        var name = People.NewName("Paste");
        await using var visit = await host.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/", "#paste");
        await Expect(page.Locator("#paste")).ToBeFocusedAsync();
        await page.Locator("#paste").FillAsync($"Mit freundlichen Grüßen\nKlara {name}\nEinkauf\nBeispiel Antriebstechnik GmbH\nTel. +49 69 90009417\n{name.ToLowerInvariant()}@antriebe.example.com");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.Locator(".sigbox, .mail .txt").First.WaitForAsync();

        await page.ReloadAsync();

        await Expect(page.Locator(".source")).ToContainTextAsync("The text is no longer here");
        await Expect(Visit.Field(page, "E-mail")).ToHaveValueAsync(new Regex(Regex.Escape(name), RegexOptions.IgnoreCase));
    }

    [Fact]
    public async Task A_contact_is_found_with_a_typing_mistake_and_opened_beside_the_list()
    {
        var name = People.NewName("Suchmann");
        await using var visit = await host.VisitAsync();
        await visit.CaptureAsync(People.Mail(name));

        await (await visit.FindAsync(name.Replace("mann", "man", StringComparison.Ordinal), name)).ClickAsync();

        await Expect(visit.Page.Locator("aside.panel h2")).ToContainTextAsync(name);
        await Expect(visit.Page.Locator("aside.panel")).ToContainTextAsync("Beispiel Antriebstechnik");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_stale_edit_in_a_second_tab_overwrites_nothing_and_offers_both_versions()
    {
        var name = People.NewName("Stale");
        await using var visit = await host.VisitAsync();
        var first = visit.Page;
        await visit.CaptureAsync(People.Mail(name));
        await visit.OpenContactAsync(name, name);
        var contact = first.Url;
        await first.GotoAsync(contact + "/edit");
        await Visit.Field(first, "Position").WaitForAsync();
        var second = await visit.NewTabAsync();
        await second.GotoAsync(contact + "/edit");
        await Visit.Field(second, "Position").FillAsync("Vorstand");
        await second.Keyboard.PressAsync("Control+Enter");
        await second.Locator(".rec .kv").First.WaitForAsync();

        await Visit.Field(first, "First name").FillAsync("Clara");
        await first.Keyboard.PressAsync("Control+Enter");

        await Expect(first.Locator(".note.warn")).ToContainTextAsync("Nothing was overwritten.");
        await Expect(Visit.Field(first, "First name")).ToHaveValueAsync("Clara");
        await first.GetByText("See both").ClickAsync();
        await Expect(first.Locator("table.both tbody tr")).ToHaveCountAsync(2);
        await first.Keyboard.PressAsync("Control+Enter");
        await Expect(first.Locator(".who h2")).ToContainTextAsync($"Clara {name}");
        await Expect(first.Locator(".who")).ToContainTextAsync("Vorstand");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_deleted_contact_is_gone_from_the_list_and_one_that_was_not_confirmed_stays()
    {
        var name = People.NewName("Delete");
        await using var visit = await host.VisitAsync();
        var page = visit.Page;
        await visit.CaptureAsync(People.Mail(name));
        await visit.OpenContactAsync(name, name);
        var contact = page.Url;

        await page.GetByLabel("Delete").ClickAsync();
        await page.Locator(".mud-dialog").GetByText("Cancel").ClickAsync();
        await Expect(page.Locator(".who h2")).ToContainTextAsync(name);
        await page.GetByLabel("Delete").ClickAsync();
        await page.Locator(".mud-dialog .mud-button-filled").ClickAsync();

        await Expect(page.Locator(".toast")).ToContainTextAsync("deleted");
        await page.GotoAsync(contact);
        await Expect(page.Locator(".empty")).ToContainTextAsync("no longer there");
    }

    [Fact]
    public async Task A_contact_typed_by_hand_is_saved_with_its_number_in_full()
    {
        var name = People.NewName("Hand");
        await using var visit = await host.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/contacts/new", ".form");
        await Visit.Field(page, "Last name").FillAsync(name);
        await Visit.Field(page, "Mobile").FillAsync("0171 3920042");
        await page.Keyboard.PressAsync("Control+Enter");

        await Expect(page.Locator(".who h2")).ToContainTextAsync(name);
        await Expect(page.Locator(".rec")).ToContainTextAsync("+49 171 3920042");
        await Expect(page.Locator(".rec .src").First).ToContainTextAsync("Hand");
    }

    [Fact]
    public async Task A_new_list_can_be_made_and_saved_into()
    {
        var (list, name) = (People.NewName("Liste"), People.NewName("Inlist"));
        await using var visit = await host.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/contacts", "#search");
        await page.GetByLabel("New list").ClickAsync();
        await page.Locator("#new-list").FillAsync(list);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/lists/"));
        await Expect(page.Locator(".empty")).ToContainTextAsync("No contacts yet");

        await visit.DropAsync("mail.eml", People.Mail(name));
        await page.Locator(".capt").WaitForAsync();
        await page.Locator("#list").SelectOptionAsync(new SelectOptionValue { Label = list });
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".toast")).ToContainTextAsync(list);

        await page.Locator(".lists a", new() { HasText = list }).ClickAsync();
        await Expect(page.Locator("[data-row]")).ToHaveCountAsync(1);
        await Expect(page.Locator("[data-row]")).ToContainTextAsync(name);
    }
}
