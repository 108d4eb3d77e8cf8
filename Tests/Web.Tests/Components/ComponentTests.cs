using Bunit;
using Signet.Web.Components;

namespace Signet.Web.Tests.Components;

public sealed class ComponentTests : WebContext
{
    [Theory]
    [InlineData(.97, "", "97%")]
    [InlineData(.90, "", "90%")]
    [InlineData(.89, "mid", "89%")]
    [InlineData(.60, "mid", "60%")]
    [InlineData(.59, "low", "59%")]
    [InlineData(.999, "", "99%")]
    public void Confidence_is_grey_then_amber_then_red(double value, string level, string shown)
    {
        var bars = Render<Confidence>(p => p.Add(c => c.Value, value)).Find(".cf");

        Assert.Equal(level, bars.ClassName!.Replace("cf", "", StringComparison.Ordinal).Trim());
        Assert.EndsWith(shown, bars.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ferdinand Fiktiv", "FF")]
    [InlineData("Sophie von Platzhalter-Musterstein", "SP")]
    [InlineData("Dr. Klara Mustermann-Beispiel", "KM")]
    [InlineData("Cher", "C")]
    [InlineData("", "?")]
    [InlineData("Ödön Żak", "ÖŻ")]
    public void Initials_leave_out_titles_and_particles(string name, string initials) => Assert.Equal(initials, Avatar.Initials(name));

    [Fact]
    public void A_button_prints_its_key_and_tells_it_to_assistive_technology()
    {
        var button = Render<SgButton>(p => p.Add(b => b.Key, "Ctrl Enter").AddChildContent("Save")).Find("button");

        Assert.Equal("Ctrl Enter", button.GetAttribute("data-key"));
        Assert.Equal("Control+Enter", button.GetAttribute("aria-keyshortcuts"));
        Assert.Equal("Ctrl ↵", button.QuerySelector("kbd")!.TextContent);
    }

    [Fact]
    public void A_button_without_a_key_says_none() => Assert.Null(Render<SgButton>(p => p.AddChildContent("Save")).Find("button").GetAttribute("data-key"));

    [Fact]
    public void A_busy_button_takes_no_second_click_and_keeps_its_words()
    {
        var clicks = 0;
        var button = Render<SgButton>(p => p.Add(b => b.Busy, true).Add(b => b.OnClick, () => clicks++).AddChildContent("Save"));

        button.Find("button").Click();

        Assert.Equal(0, clicks);
        Assert.Equal("true", button.Find("button").GetAttribute("aria-busy"));
        Assert.Contains("Save", button.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_button_that_is_not_busy_takes_the_click()
    {
        var clicks = 0;
        Render<SgButton>(p => p.Add(b => b.OnClick, () => clicks++).AddChildContent("Save")).Find("button").Click();
        Assert.Equal(1, clicks);
    }

    [Fact]
    public void A_notice_is_silent_unless_it_has_a_role()
    {
        Assert.Null(Render<Notice>(p => p.AddChildContent("Times are local.")).Find(".note").GetAttribute("role"));
        Assert.Equal("alert", Render<Notice>(p => p.Add(n => n.Role, "alert").AddChildContent("Stop")).Find(".note").GetAttribute("role"));
    }

    [Fact]
    public void A_select_gives_the_chosen_value()
    {
        var chosen = 0;
        var select = Render<SgSelect<int>>(p => p.Add(s => s.Label, "Ends").Add(s => s.Options, [(7, "7 days"), (30, "30 days")]).Add(s => s.Value, 7).Add(s => s.ValueChanged, value => chosen = value));

        select.Find("select").Change("1");

        Assert.Equal(30, chosen);
    }
}
