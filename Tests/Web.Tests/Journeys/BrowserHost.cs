using Microsoft.Playwright;
using Signet.Testing;

[assembly: AssemblyFixture(typeof(Signet.Web.Tests.Journeys.BrowserHost))]

namespace Signet.Web.Tests.Journeys;

/// <summary>The whole running app and a Chromium beside it, started when the first journey asks. The demo user signs in once, on the real pages.</summary>
public sealed class BrowserHost : IAsyncDisposable
{
    private static readonly string[] Quiet =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly Lazy<Task<Started>> started = new(StartAsync);

    /// <summary>A window of the signed-in demo user.</summary>
    public async Task<Visit> VisitAsync(ColorScheme scheme = ColorScheme.Light, bool phone = false, int width = 1440)
    {
        var host = await started.Value;
        return await Visit.OpenAsync(host.App, host.Browser, host.SignedIn, scheme, phone, width);
    }

    /// <summary>A window of nobody.</summary>
    public async Task<Visit> StrangerAsync()
    {
        var host = await started.Value;
        return await Visit.OpenAsync(host.App, host.Browser, null, ColorScheme.Light, phone: false, width: 1440);
    }

    public async ValueTask DisposeAsync()
    {
        if (!started.IsValueCreated || !started.Value.IsCompletedSuccessfully) return;
        var host = await started.Value;
        await host.Browser.DisposeAsync();
        host.Playwright.Dispose();
        await host.App.DisposeAsync();
    }

    private static async Task<Started> StartAsync()
    {
        var app = await DistributedApp.StartAsync();
        try
        {
            return await OpenAsync(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static async Task<Started> OpenAsync(DistributedApp app)
    {
        var playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(20_000); // two busy cores
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Quiet });
        await using var visit = await Visit.OpenAsync(app, browser, null, ColorScheme.Light, phone: false, width: 1440);
        await visit.SignInAsync(app.DemoPassword);
        return new(app, playwright, browser, await visit.Page.Context.StorageStateAsync());
    }

    private sealed record Started(DistributedApp App, IPlaywright Playwright, IBrowser Browser, string SignedIn);
}
