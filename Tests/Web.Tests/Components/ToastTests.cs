using Bunit;
using Signet.Web.Components;
using Signet.Web.Shell;

namespace Signet.Web.Tests.Components;

public sealed class ToastTests : WebContext
{
    [Fact]
    public void A_toast_stays_ten_seconds()
    {
        var host = Render<ToastHost>();
        Get<Toasts>().Show("Saved", "Open", "contacts/1");
        host.WaitForAssertion(() => Assert.Equal("Saved", host.Find(".toast > .grow").TextContent));

        Clock.Advance(TimeSpan.FromSeconds(11));

        host.WaitForAssertion(() => Assert.Empty(host.FindAll(".toast")));
    }

    [Fact]
    public void A_toast_stays_longer_while_somebody_is_on_it()
    {
        var host = Render<ToastHost>();
        Get<Toasts>().Show("Saved");
        host.WaitForElement(".toast").MouseEnter();

        Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Single(host.FindAll(".toast"));
    }

    [Fact]
    public void Only_the_last_one_is_shown()
    {
        var host = Render<ToastHost>();
        Get<Toasts>().Show("First");
        Get<Toasts>().Show("Second");
        host.WaitForAssertion(() => Assert.Equal("Second", host.Find(".toast").TextContent.Trim()));
    }
}
