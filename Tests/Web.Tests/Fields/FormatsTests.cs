using System.Globalization;
using Signet.Web.Fields;

namespace Signet.Web.Tests.Fields;

public sealed class FormatsTests : WebContext
{
    public FormatsTests()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");
        Clock.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
    }

    private Formats Formats => Get<Formats>();

    [Theory]
    [InlineData(0, "now")]
    [InlineData(2, "2 min")]
    [InlineData(61, "1 h")]
    [InlineData(23 * 60, "23 h")]
    [InlineData(30 * 60, "yesterday")]
    [InlineData(6 * 24 * 60, "18 Nov")]
    [InlineData(400 * 24 * 60, "20 Oct 2025")]
    public void Columns_say_how_long_ago(int minutes, string shown) => Assert.Equal(shown, Formats.Ago(Clock.GetUtcNow().AddMinutes(-minutes)));

    [Fact]
    public void Dates_and_numbers_are_written_as_the_design_language_says()
    {
        Assert.Equal("24 November 2026", Formats.Date(Clock.GetUtcNow()));
        Assert.Equal("10:00", Formats.Time(Clock.GetUtcNow()));
        Assert.Equal("8,412", Formats.Number(8412));
        Assert.Equal("60", Formats.Megabytes(60 * 1024 * 1024));
    }

    [Fact]
    public void Only_a_person_is_a_hundred_per_cent_sure()
    {
        Assert.Equal("99%", Formats.Percent(.9999));
        Assert.Equal("100%", Formats.Percent(1));
    }
}
