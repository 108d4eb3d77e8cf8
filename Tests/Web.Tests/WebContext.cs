using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Time.Testing;
using Signet.Web.Api;
using Signet.Web.Shell;

namespace Signet.Web.Tests;

/// <summary>The app's own services around one component, with a server that the test writes and a clock that it moves.</summary>
public class WebContext : BunitContext
{
    public WebContext()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSignetApi(new Uri("https://signet.localhost/"));
        Services.AddHttpClient<SignetApi>().ConfigurePrimaryHttpMessageHandler(() => Server);
        Services.AddSignetWeb();
        Services.AddSingleton<TimeProvider>(Clock);
    }

    public FakeServer Server { get; } = new();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    public IStringLocalizer<Texts> Words => Services.GetRequiredService<IStringLocalizer<Texts>>();

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();
}
