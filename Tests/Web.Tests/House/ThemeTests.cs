using MudBlazor;
using MudBlazor.Utilities;

namespace Signet.Web.Tests.House;

public sealed class ThemeTests
{
    private static readonly TokensFile Tokens = new();
    private static readonly MudTheme Theme = SignetTheme.Create();

    public static TheoryData<string, Func<Palette, MudColor>> Colours => new()
    {
        { "accent", p => p.Primary }, { "on-accent", p => p.PrimaryContrastText }, { "accent-hover", p => p.PrimaryDarken }, { "focus", p => p.PrimaryLighten },
        { "text-2", p => p.Secondary }, { "chart-2", p => p.Tertiary }, { "canvas", p => p.Background }, { "surface-3", p => p.BackgroundGray }, { "surface", p => p.Surface },
        { "surface", p => p.AppbarBackground }, { "text", p => p.AppbarText }, { "canvas", p => p.DrawerBackground }, { "text-2", p => p.DrawerText }, { "text-2", p => p.DrawerIcon },
        { "text", p => p.TextPrimary }, { "text-2", p => p.TextSecondary }, { "text-disabled", p => p.TextDisabled },
        { "text-2", p => p.ActionDefault }, { "text-disabled", p => p.ActionDisabled }, { "surface-3", p => p.ActionDisabledBackground },
        { "line", p => p.LinesDefault }, { "line-control", p => p.LinesInputs }, { "line", p => p.TableLines }, { "surface-2", p => p.TableHover }, { "line", p => p.Divider }, { "surface-3", p => p.Skeleton },
        { "ok", p => p.Success }, { "warn", p => p.Warning }, { "danger", p => p.Error }, { "info", p => p.Info }, { "on-danger", p => p.ErrorContrastText },
        { "inverse", p => p.Dark }, { "on-inverse", p => p.DarkContrastText },
    };

    [Theory]
    [MemberData(nameof(Colours), DisableDiscoveryEnumeration = true)]
    public void The_theme_has_the_colour_of_the_token(string token, Func<Palette, MudColor> colour)
    {
        Assert.Equal(new MudColor(Tokens.Light[token]), colour(Theme.PaletteLight));
        Assert.Equal(new MudColor(Tokens.DarkByChoice[token]), colour(Theme.PaletteDark));
    }

    [Fact]
    public void Dark_is_the_same_by_system_and_by_choice() => Assert.Equal(Tokens.DarkBySystem, Tokens.DarkByChoice);

    [Fact]
    public void The_theme_has_the_sizes_of_the_tokens()
    {
        Assert.Equal(Tokens.Light["fs-md"], Theme.Typography.Default.FontSize);
        Assert.Equal(Tokens.Light["lh-md"], Theme.Typography.Default.LineHeight);
        Assert.Equal(Tokens.Light["fs-h1"], Theme.Typography.H1.FontSize);
        Assert.Equal(Tokens.Light["fs-h2"], Theme.Typography.H2.FontSize);
        Assert.Equal(Tokens.Light["fs-h3"], Theme.Typography.H3.FontSize);
        Assert.Equal(Tokens.Light["r"], Theme.LayoutProperties.DefaultBorderRadius);
        Assert.Equal(Tokens.Light["sidebar"], Theme.LayoutProperties.DrawerWidthLeft);
        Assert.Equal(Tokens.Light["panel"], Theme.LayoutProperties.DrawerWidthRight);
        Assert.Equal(Tokens.Light["font"].Split(',')[0].Trim('"'), Theme.Typography.Default.FontFamily![0]);
    }

    [Theory]
    [InlineData("text", "surface", 4.5)]
    [InlineData("text-3", "surface-3", 4.5)]
    [InlineData("accent", "accent-tint", 4.5)]
    [InlineData("on-accent", "accent", 4.5)]
    [InlineData("warn", "warn-tint", 4.5)]
    [InlineData("danger", "danger-tint", 4.5)]
    [InlineData("focus", "canvas", 3)]
    [InlineData("line-control", "canvas", 3)]
    public void Contrast_is_enough_in_both_themes(string front, string back, double least)
    {
        Assert.True(Ratio(Tokens.Light[front], Tokens.Light[back]) >= least);
        Assert.True(Ratio(Tokens.DarkByChoice[front], Tokens.DarkByChoice[back]) >= least);
    }

    private static double Ratio(string front, string back)
    {
        var (a, b) = (Luminance(new MudColor(front)), Luminance(new MudColor(back)));
        return (Math.Max(a, b) + .05) / (Math.Min(a, b) + .05);
    }

    private static double Luminance(MudColor colour) => (.2126 * Linear(colour.R)) + (.7152 * Linear(colour.G)) + (.0722 * Linear(colour.B));

    private static double Linear(byte channel) => channel / 255d is var c && c <= .04045 ? c / 12.92 : Math.Pow((c + .055) / 1.055, 2.4);
}
