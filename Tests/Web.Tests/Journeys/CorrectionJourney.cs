using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Signet.Web.Tests.Journeys;

/// <summary>A wrong field is put right from the text itself: with the mouse, by keyboard alone, and with a thumb.</summary>
[Collection("journeys")]
public sealed class CorrectionJourney(BrowserHost host)
{
    [Fact]
    public async Task Selected_text_becomes_the_value_of_the_field_and_is_saved_as_the_persons()
    {
        var name = People.NewName("Korrektur");
        await using var visit = await host.VisitAsync();
        var page = visit.Page;
        await OpenAsync(visit, name);
        await Visit.Field(page, "Position").FocusAsync();

        await DragAsync(page, "Strategischer Einkauf");
        await Expect(page.Locator(".selbar .chosen")).ToContainTextAsync("Strategischer Einkauf");
        await page.Locator("[data-take]").ClickAsync();

        await Expect(Visit.Field(page, "Position")).ToHaveValueAsync("Strategischer Einkauf");
        await Expect(Visit.Field(page, "Position")).ToBeFocusedAsync();
        await Expect(page.Locator("mark.on")).ToHaveTextAsync("Strategischer Einkauf");
        await Expect(page.Locator(".f.on > .src")).ToContainTextAsync("Hand");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.Locator(".toast a").ClickAsync();
        await Expect(page.Locator(".kv dd", new() { HasText = "Strategischer Einkauf" }).Locator(".src")).ToContainTextAsync("Hand");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_number_that_was_selected_is_shown_in_full()
    {
        var name = People.NewName("Nummer");
        await using var visit = await host.VisitAsync();
        var page = visit.Page;
        await OpenAsync(visit, name);
        await Visit.Field(page, "Phone, work").FillAsync("wrong");

        await DragAsync(page, "0171 3920042");
        await page.Locator("[data-take]").ClickAsync();

        await Expect(Visit.Field(page, "Phone, work")).ToHaveValueAsync("+49 171 3920042");
    }

    [Fact]
    public async Task The_text_can_be_selected_and_taken_without_a_mouse()
    {
        var name = People.NewName("Tastatur");
        await using var visit = await host.VisitAsync();
        var (page, keys) = (visit.Page, visit.Page.Keyboard);
        await OpenAsync(visit, name);
        await Visit.Field(page, "Position").FocusAsync();

        await keys.PressAsync("F6");
        await Expect(page.Locator(".mail")).ToBeFocusedAsync();
        await keys.PressAsync("ArrowRight"); // the first word of the field's own mark
        await keys.PressAsync("ArrowRight");
        await keys.PressAsync("Shift+ArrowRight");
        await Expect(page.Locator(".selbar .chosen")).ToContainTextAsync("Strategischer Einkauf");
        await keys.PressAsync("Enter");

        await Expect(Visit.Field(page, "Position")).ToHaveValueAsync("Strategischer Einkauf");
        await Expect(Visit.Field(page, "Position")).ToBeFocusedAsync();
        await keys.PressAsync("F6");
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Escape");
        await Expect(page.Locator(".selbar")).ToHaveCountAsync(0);
        await keys.PressAsync("F6");
        await Expect(Visit.Field(page, "Position")).ToBeFocusedAsync();
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_double_click_on_a_word_leaves_the_field_that_is_meant()
    {
        var name = People.NewName("Doppel");
        await using var visit = await host.VisitAsync();
        var page = visit.Page;
        await OpenAsync(visit, name);
        await Visit.Field(page, "First name").FocusAsync();

        await page.Locator(".sigbox mark", new() { HasText = "Musterallee" }).DblClickAsync();

        await Expect(page.Locator("[data-take]")).ToContainTextAsync("First name");
    }

    [Fact]
    public async Task A_single_click_on_a_mark_still_leads_to_its_field_and_selects_nothing()
    {
        await using var visit = await host.VisitAsync();
        var page = visit.Page;
        await OpenAsync(visit, People.NewName("Klick"));

        await page.Locator("mark", new() { HasText = "0171 3920042" }).ClickAsync();

        await Expect(Visit.Field(page, "Mobile")).ToBeFocusedAsync();
        await page.WaitForTimeoutAsync(300);
        Assert.Equal(0, await page.Locator(".selbar").CountAsync());
    }

    [Fact]
    public async Task On_a_phone_a_selection_goes_into_a_field_by_a_button()
    {
        var name = People.NewName("Daumen");
        await using var visit = await host.VisitAsync(phone: true);
        var page = visit.Page;
        await OpenAsync(visit, name);
        await page.GetByText("Source", new() { Exact = true }).ClickAsync();
        await page.Locator(".mail").WaitForAsync();
        await page.EvaluateAsync(Select, "Strategischer Einkauf"); // what a long press and its handles do

        await page.Locator(".pick select").SelectOptionAsync(new SelectOptionValue { Label = "Department" });

        await Expect(page.GetByLabel("Department", new() { Exact = true })).ToHaveValueAsync("Strategischer Einkauf");
        Assert.Empty(visit.Complaints);
    }

    private const string Select = """
        part => {
          const walk = document.createTreeWalker(document.querySelector('.mail'), NodeFilter.SHOW_TEXT);
          for (let node = walk.nextNode(); node; node = walk.nextNode()) {
            const at = node.data.indexOf(part);
            if (at >= 0) { getSelection().setBaseAndExtent(node, at, node, at + part.length); return; }
          }
          throw new Error('not in the text: ' + part);
        }
        """;

    private static async Task OpenAsync(Visit visit, string name)
    {
        await visit.GoAsync("/capture", "#paste");
        await visit.DropAsync("mail.eml", People.Mail(name));
        await visit.Page.Locator(".draft :is(input, select):focus").WaitForAsync();
    }

    /// <summary>Selects with the mouse, from the first to the last letter.</summary>
    private static async Task DragAsync(IPage page, string part)
    {
        var box = await page.EvaluateAsync<float[]>("""
            part => {
              const walk = document.createTreeWalker(document.querySelector('.mail'), NodeFilter.SHOW_TEXT);
              for (let node = walk.nextNode(); node; node = walk.nextNode()) {
                const at = node.data.indexOf(part);
                if (at < 0) continue;
                node.parentElement.scrollIntoView({ block: 'center' });
                const range = document.createRange();
                range.setStart(node, at);
                range.setEnd(node, at + part.length);
                const box = range.getBoundingClientRect();
                return [box.left, box.right, (box.top + box.bottom) / 2];
              }
              throw new Error('not in the text: ' + part);
            }
            """, part);
        await page.Mouse.MoveAsync(box[0] + 1, box[2]);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box[1] - 1, box[2], new() { Steps = 5 });
        await page.Mouse.UpAsync();
    }
}
