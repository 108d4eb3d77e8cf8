using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Signet.Web.Tests.Journeys;

/// <summary>Every page in both themes: accessible, without sideways scrolling, also on a phone and with names of sixty letters.</summary>
[Collection("journeys")]
public sealed class LookJourney(BrowserHost host)
{
    private const string LongFirst = "Wolfeschlegelsteinhausenbergerdorff-Maximiliane Charlotte Eva";
    private const string LongCompany = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbau GmbH & Co. KG";

    [Theory]
    [InlineData(ColorScheme.Light, false)]
    [InlineData(ColorScheme.Dark, false)]
    [InlineData(ColorScheme.Light, true)]
    [InlineData(ColorScheme.Dark, true)]
    public async Task No_page_has_a_serious_accessibility_finding(ColorScheme scheme, bool phone)
    {
        var name = People.NewName("Axe");
        await using var visit = await host.VisitAsync(scheme, phone);
        await visit.GoAsync("/capture", "#paste");
        await CheckAsync(visit, "capture");
        await visit.DropAsync("x.msg", "x");
        await visit.Page.GetByRole(AriaRole.Alert).WaitForAsync();
        await CheckAsync(visit, "refused");
        await visit.DropAsync("mail.eml", People.Mail(name));
        await visit.Page.Locator(".capt").WaitForAsync();
        await CheckAsync(visit, "draft");
        if (!phone)
        {
            await visit.Page.Keyboard.PressAsync("F6");
            await visit.Page.Keyboard.PressAsync("ArrowDown");
            await visit.Page.Locator(".selbar").WaitForAsync();
            await CheckAsync(visit, "selection");
        }
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await visit.Page.Locator(".toast a").WaitForAsync();
        await CheckAsync(visit, "saved");
        await visit.Page.Locator(".toast a").ClickAsync();
        await visit.Page.Locator(".rec .kv").First.WaitForAsync();
        await CheckAsync(visit, "contact");
        var contact = new Uri(visit.Page.Url).AbsolutePath;
        await visit.DropAsync("again.eml", People.Mail(name));
        await visit.Page.Locator(".dup .why summary").First.ClickAsync();
        await CheckAsync(visit, "duplicates");
        await visit.GoAsync(contact, ".rec .kv");
        await visit.Page.GetByText("Edit", new() { Exact = true }).First.ClickAsync();
        await visit.Page.Locator(".form .f").First.WaitForAsync();
        await CheckAsync(visit, "edit");
        await visit.GoAsync("/contacts", "[data-row], .plist a");
        await CheckAsync(visit, "contacts");
        if (!phone)
        {
            await visit.Page.Locator("[data-row]").First.ClickAsync();
            await visit.Page.Locator(".panel .kv").First.WaitForAsync();
            await CheckAsync(visit, "panel");
        }
        await visit.Page.Locator("#search").FillAsync("zzzzqqqq");
        await visit.Page.Locator(".empty").WaitForAsync();
        await CheckAsync(visit, "no match");
        await visit.GoAsync("/contacts/new", ".form");
        await CheckAsync(visit, "new");
        await visit.GoAsync("/account", "[data-key=N]");
        await visit.Page.Locator("[data-key=N]").ClickAsync();
        await visit.Page.Locator(".token-form").WaitForAsync();
        await CheckAsync(visit, "account");
        await visit.GoAsync("/settings/capture", "#region");
        await CheckAsync(visit, "settings");
        await visit.GoAsync("/nowhere", ".empty");
        await CheckAsync(visit, "not found");
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData(true, 390)]
    [InlineData(false, 320)]
    [InlineData(false, 1000)]
    [InlineData(false, 1440)]
    public async Task Long_names_push_nothing_aside(bool phone, int width)
    {
        var last = People.NewName("Beispielshausen");
        await using var visit = await host.VisitAsync(phone: phone, width: width);
        var page = visit.Page;
        await visit.GoAsync("/capture", "#paste");
        await FitsAsync(page, "capture");
        await visit.DropAsync("mail.eml", People.Mail(last, company: LongCompany));
        await page.Locator(".capt").WaitForAsync();
        await FitsAsync(page, "draft");
        await visit.GoAsync("/contacts/new", ".form");
        await Visit.Field(page, "First name").FillAsync(LongFirst);
        await Visit.Field(page, "Last name").FillAsync(last);
        await Visit.Field(page, "Company").FillAsync(LongCompany);
        await FitsAsync(page, "new");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.Locator(".rec .kv").First.WaitForAsync();
        await FitsAsync(page, "contact");
        await page.GotoAsync(page.Url + "/edit");
        await page.Locator(".form .f").First.WaitForAsync();
        await FitsAsync(page, "edit");
        await visit.GoAsync("/contacts", "[data-row], .plist a");
        await FitsAsync(page, "contacts");
        await visit.GoAsync("/account", ".sin");
        await FitsAsync(page, "account");
        await visit.GoAsync("/settings/capture", "#region");
        await FitsAsync(page, "settings");
    }

    [Fact]
    public async Task A_phone_has_its_own_layout_and_targets_for_thumbs()
    {
        await using var visit = await host.VisitAsync(phone: true);
        var page = visit.Page;
        await visit.CaptureAsync(People.Mail(People.NewName("Phone")));
        await visit.GoAsync("/contacts", ".plist a");

        Assert.False(await page.Locator(".side").IsVisibleAsync());
        Assert.True(await page.Locator(".botbar").IsVisibleAsync());
        foreach (var target in await page.Locator(".botbar a, .plist a, .find2").AllAsync())
        {
            var box = (await target.BoundingBoxAsync())!;
            Assert.True(box.Height >= 44, $"{await target.TextContentAsync()} is {box.Height} high");
        }
        await page.Locator(".plist a").First.ClickAsync(); // a panel becomes a page
        await page.Locator(".rec .kv").First.WaitForAsync();
        Assert.Empty(visit.Complaints);
    }

    private static async Task CheckAsync(Visit visit, string page)
    {
        // What is still fading in has the contrast of a moment.
        await visit.Page.EvaluateAsync("""
            Promise.all(document.getAnimations()
              .filter(animation => animation.effect.getComputedTiming().iterations !== Infinity)
              .map(animation => animation.finished.catch(() => {})))
            """);
        var result = await visit.Page.RunAxe();
        var serious = result.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => $"{page}: {violation.Id} {violation.Nodes[0].Html}");
        Assert.Equal("", string.Join('\n', serious));
    }

    private static async Task FitsAsync(IPage page, string name)
    {
        var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(over <= 0, $"{name} is {over} px too wide");
        var body = await page.EvaluateAsync<int>("Math.max(...[...document.querySelectorAll('.body, .main, .draft .scroll')].filter(e => e.clientWidth).map(e => e.scrollWidth - e.clientWidth))");
        Assert.True(body <= 0, $"{name} scrolls sideways by {body} px");
    }
}
