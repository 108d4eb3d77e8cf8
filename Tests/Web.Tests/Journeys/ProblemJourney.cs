using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace Signet.Web.Tests.Journeys;

/// <summary>What goes wrong is said in place, in words that help, and nothing typed is lost.</summary>
[Collection("journeys")]
public sealed class ProblemJourney(BrowserHost host)
{
    [Fact]
    public async Task A_file_that_is_no_mail_is_named()
    {
        await using var visit = await host.VisitAsync();
        await visit.GoAsync("/capture", "#paste");
        await visit.DropAsync("Protokoll Q3.msg", "x");
        await Expect(visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Alert)).ToContainTextAsync("“Protokoll Q3.msg” is not an .eml mail.");
    }

    [Fact]
    public async Task A_file_that_only_calls_itself_a_mail_is_named_too()
    {
        await using var visit = await host.VisitAsync();
        await visit.GoAsync("/capture", "#paste");
        await visit.DropAsync("Bild.eml", "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR");
        await Expect(visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Alert)).ToContainTextAsync("“Bild.eml” is not an .eml mail.");
    }

    [Fact]
    public async Task A_mail_that_is_too_large_says_how_large_and_what_to_do()
    {
        await using var visit = await host.VisitAsync();
        await visit.GoAsync("/capture", "#paste");
        await visit.DropAsync("gross.eml", new string('x', 26 * 1024 * 1024));
        await Expect(visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Alert)).ToContainTextAsync("The file is 26 MB, the limit is 25 MB.");
    }

    [Fact]
    public async Task A_text_without_a_contact_stays_to_be_mended()
    {
        await using var visit = await host.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/capture", "#paste");
        await page.Locator("#paste").FillAsync("...");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByRole(Microsoft.Playwright.AriaRole.Alert)).ToContainTextAsync("No contact was found");
        await Expect(page.Locator("#paste")).ToHaveValueAsync("...");
    }

    [Fact]
    public async Task A_name_with_hidden_signs_is_refused_at_its_field()
    {
        await using var visit = await host.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/contacts/new", ".form");
        await Visit.Field(page, "Last name").FillAsync("Mus\u202Eter");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".help.err")).Not.ToBeEmptyAsync();
        await Expect(Visit.Field(page, "Last name")).ToBeFocusedAsync();
        await Expect(Visit.Field(page, "Last name")).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Fact]
    public async Task A_service_that_is_down_is_tried_again_and_what_was_typed_goes_through()
    {
        var name = People.NewName("Down");
        var ct = TestContext.Current.CancellationToken;
        await using var visit = await host.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/contacts/new", ".form");
        await Visit.Field(page, "Last name").FillAsync(name);
        var commands = visit.App.Application.ResourceCommands;
        var contacts = visit.App.Application.Services.GetRequiredService<DistributedApplicationModel>().Resources.Single(resource => resource.Name == "contacts");
        Assert.True((await commands.ExecuteCommandAsync(contacts, KnownResourceCommands.StopCommand, ct)).Success);
        await visit.App.Application.ResourceNotifications.WaitForResourceAsync("contacts", KnownResourceStates.TerminalStates, ct);
        try
        {
            await page.Keyboard.PressAsync("Control+Enter");
            await Expect(page.GetByRole(Microsoft.Playwright.AriaRole.Alert)).ToContainTextAsync("Your input is still here.", new() { Timeout = 60_000 });
            await Expect(Visit.Field(page, "Last name")).ToHaveValueAsync(name);
        }
        finally
        {
            await commands.ExecuteCommandAsync(contacts, KnownResourceCommands.StartCommand, ct);
            await visit.App.Application.ResourceNotifications.WaitForResourceHealthyAsync("contacts", ct);
        }
        await Expect(page.Locator(".who h2")).ToContainTextAsync(name, new() { Timeout = 60_000 }); // by itself, every ten seconds
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_says_so()
    {
        await using var visit = await host.VisitAsync();
        await visit.GoAsync("/nowhere", ".empty");
        await Expect(visit.Page.Locator(".empty")).ToContainTextAsync("There is no page here");
        await visit.GoAsync("/contacts/0193f000-0000-7000-8000-000000000000", ".empty");
        await Expect(visit.Page.Locator(".empty")).ToContainTextAsync("no longer there");
        await visit.GoAsync("/capture/0193f000-0000-7000-8000-000000000000", ".empty");
        await Expect(visit.Page.Locator(".empty")).ToContainTextAsync("no longer there");
    }
}
