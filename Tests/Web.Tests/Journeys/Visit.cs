using Microsoft.Playwright;
using Signet.Testing;

namespace Signet.Web.Tests.Journeys;

/// <summary>One person in one browser window, with verbs. What the browser complains about (script errors, refused sources) fails the journey.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    private Visit(DistributedApp app, IBrowserContext context, IPage page) => (App, this.context, Page) = (app, context, page);

    public DistributedApp App { get; }

    public IPage Page { get; }

    public IReadOnlyList<string> Complaints => complaints;

    public static async Task<Visit> OpenAsync(DistributedApp app, IBrowser browser, string? signedIn, ColorScheme scheme, bool phone, int width)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = app.PublicUrl.ToString(),
            StorageState = signedIn,
            ColorScheme = scheme,
            ViewportSize = phone ? new() { Width = 390, Height = 844 } : new() { Width = width, Height = 900 },
            HasTouch = phone,
            IsMobile = phone,
            Locale = "en-GB",
            TimezoneId = "Europe/Berlin",
            IgnoreHTTPSErrors = true, // the edge authority is this run's own; its chain is checked by the tests of the gateway
        });
        context.SetDefaultTimeout(30_000);
        var visit = new Visit(app, context, await context.NewPageAsync());
        visit.Listen(visit.Page);
        return visit;
    }

    /// <summary>Another tab of the same person.</summary>
    public async Task<IPage> NewTabAsync()
    {
        var page = await context.NewPageAsync();
        Listen(page);
        return page;
    }

    public async Task GoAsync(string path, string wait)
    {
        await Page.GotoAsync(path);
        await Page.Locator(wait).First.WaitForAsync();
    }

    /// <summary>Through identity's pages, as a person does it.</summary>
    public async Task SignInAsync(string password)
    {
        await Page.GotoAsync("/");
        await Page.Locator("input[name=Address]").FillAsync(DistributedApp.DemoAddress);
        await Page.Keyboard.PressAsync("Enter");
        await Page.Locator("input[name=Password]").FillAsync(password);
        await Page.Keyboard.PressAsync("Enter");
        await Page.Locator("#paste").WaitForAsync();
    }

    /// <summary>Drops a file onto the page, as a mail program does.</summary>
    public async Task DropAsync(string name, string content)
    {
        var transfer = await Page.EvaluateHandleAsync(
            "([name, content]) => { const t = new DataTransfer(); t.items.add(new File([content], name, { type: '' })); return t; }", new[] { name, content });
        await Page.DispatchEventAsync("body", "dragenter", new { dataTransfer = transfer });
        await Page.DispatchEventAsync("body", "drop", new { dataTransfer = transfer });
    }

    /// <summary>From a mail to a saved contact, the quick way; ends on the capture page.</summary>
    public async Task CaptureAsync(string mail)
    {
        await GoAsync("/capture", "#paste");
        await DropAsync("mail.eml", mail);
        await Page.Locator(".capt").WaitForAsync();
        await Page.Keyboard.PressAsync("Control+Enter");
        await Page.Locator(".toast").WaitForAsync();
    }

    /// <summary>The row that a search finds, in the contact table.</summary>
    public async Task<ILocator> FindAsync(string query, string name)
    {
        await GoAsync("/contacts", "#search");
        await Page.Locator("#search").FillAsync(query);
        var row = Page.Locator("[data-row]", new() { HasText = name });
        await row.First.WaitForAsync();
        return row.First;
    }

    /// <summary>The contact's own page, found by searching.</summary>
    public async Task OpenContactAsync(string query, string name)
    {
        await (await FindAsync(query, name)).ClickAsync();
        await Page.Locator(".panel a[aria-label='Whole page']").ClickAsync();
        await Page.Locator(".rec .kv").First.WaitForAsync();
    }

    /// <summary>A field of a draft or form by its label; the marks in the source text speak of the same fields.</summary>
    public static ILocator Field(IPage page, string label) => page.GetByRole(AriaRole.Textbox, new() { Name = label, Exact = true });

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private void Listen(IPage page)
    {
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, message) =>
        {
            // An answer of 4xx or 5xx is the server's to give; what it said is asserted on the page.
            if (message.Type is "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) complaints.Add(message.Text);
        };
    }
}
