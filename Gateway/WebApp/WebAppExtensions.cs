using Signet.Gateway.Edge;

namespace Signet.Gateway.WebApp;

/// <summary>Serves the web app's files; every address that is no file and no API is a page of the app.</summary>
internal static class WebAppExtensions
{
    public static WebApplicationBuilder AddWebApp(this WebApplicationBuilder builder)
    {
        // Outside Development too: `dotnet <dll>` without publishing finds the files through the build's manifest. No-op once published.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddSingleton<AppPage>();
        return builder;
    }

    public static WebApplication MapWebApp(this WebApplication app)
    {
        var host = app.PublicHost();
        app.MapStaticAssets().RequireHost(host);

        // The page is served from memory (see AppPage), also under its file name.
        app.MapMethods("/index.html", [HttpMethods.Get, HttpMethods.Head], (HttpContext context, AppPage page) => page.Serve(context)).RequireHost(host).WithOrder(-1);
        app.MapMethods("/{**path:nonfile}", [HttpMethods.Get, HttpMethods.Head], (HttpContext context, AppPage page) => page.Serve(context)).RequireHost(host).WithOrder(int.MaxValue - 1);

        // More specific than the page above, so a mistyped API path is a problem and not a page.
        app.Map("/api/{**path}", () => EdgeProblems.UnknownPath()).WithOrder(int.MaxValue - 2);
        app.MapFallback("/{**path}", () => EdgeProblems.UnknownPath());
        return app;
    }
}
