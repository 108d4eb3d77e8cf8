using Signet.Gateway.Edge;

namespace Signet.Gateway.WebApp;

/// <summary>Serves the web app's files; every address that is no file and no API is a page of the app.</summary>
internal static class WebAppExtensions
{
    public static WebApplicationBuilder AddWebApp(this WebApplicationBuilder builder)
    {
        // Outside Development too: `dotnet <dll>` without publishing finds the files through the build's manifest. No-op once published.
        builder.WebHost.UseStaticWebAssets();

        // A fingerprinted file never changes, in Development neither.
        builder.Configuration["EnableStaticAssetsDevelopmentCaching"] = "true";
        builder.Services.AddSingleton<AppPage>();
        return builder;
    }

    public static WebApplication MapWebApp(this WebApplication app)
    {
        var host = app.PublicHost();
        app.MapStaticAssets().Add(ServePageFromMemory);
        app.MapMethods("/{**path:nonfile}", [HttpMethods.Get, HttpMethods.Head], ServePageAsync).RequireHost(host).WithOrder(int.MaxValue - 1);

        // More specific than the page above, so a mistyped API path is a problem and not a page.
        app.Map("/api/{**path}", () => EdgeProblems.UnknownPath()).WithOrder(int.MaxValue - 2);
        app.MapFallback("/{**path}", () => EdgeProblems.UnknownPath());
        return app;
    }

    /// <summary>The page's own file name too, and the compressed copies that the build makes of it: policy and page belong together.</summary>
    private static void ServePageFromMemory(EndpointBuilder asset)
    {
        if (asset is RouteEndpointBuilder { RoutePattern.RawText: "index.html" })
        {
            asset.RequestDelegate = ServePageAsync;
        }
    }

    private static Task ServePageAsync(HttpContext context) =>
        context.RequestServices.GetRequiredService<AppPage>().Serve(context).ExecuteAsync(context);
}
