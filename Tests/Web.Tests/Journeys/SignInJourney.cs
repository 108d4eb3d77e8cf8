using Signet.Testing;

namespace Signet.Web.Tests.Journeys;

[Collection("journeys")]
public sealed class SignInJourney(BrowserHost host)
{
    [Fact]
    public async Task A_stranger_is_led_to_the_sign_in_page_on_its_own_origin()
    {
        await using var visit = await host.StrangerAsync();

        await visit.Page.GotoAsync("/contacts");
        await visit.Page.Locator("input[name=Address]").WaitForAsync();

        Assert.Equal("id.signet.localhost", new Uri(visit.Page.Url).Host);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_wrong_password_leads_nowhere_and_the_right_one_back_to_the_page()
    {
        await using var visit = await host.StrangerAsync();
        await visit.Page.GotoAsync("/contacts");
        await visit.Page.Locator("input[name=Address]").FillAsync(DistributedApp.DemoAddress);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Locator("input[name=Password]").FillAsync("wrong-password");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Locator("#problem, [role=alert]").First.WaitForAsync();

        await visit.Page.Locator("input[name=Password]").FillAsync(visit.App.DemoPassword);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Locator("#search").WaitForAsync();

        Assert.Equal("/contacts", new Uri(visit.Page.Url).AbsolutePath);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task After_signing_out_the_way_back_asks_for_the_password_again()
    {
        await using var visit = await host.StrangerAsync();
        await visit.SignInAsync(visit.App.DemoPassword);
        await visit.GoAsync("/account", "text=Sign out");

        await visit.Page.GetByText("Sign out").ClickAsync();
        await visit.Page.Locator("input[name=Address], input[name=Password]").First.WaitForAsync();

        Assert.Equal("id.signet.localhost", new Uri(visit.Page.Url).Host);
        Assert.Empty(visit.Complaints);
    }
}
