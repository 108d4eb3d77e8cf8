using Signet.Contracts;
using Signet.Web.Capture;

namespace Signet.Web.Tests.Capture;

public sealed class SelectedTextTests
{
    private const string Text = "Klara Muster, Leiterin\n  Einkauf | Mobil (0171) 3920042 <k.muster@example.com>";

    [Theory]
    [InlineData("Klara", "Klara")]
    [InlineData(" Muster, ", "Muster")]
    [InlineData("Leiterin\n  Einkauf | ", "Leiterin Einkauf")]
    [InlineData("(0171) 3920042 ", "(0171) 3920042")]
    [InlineData("<k.muster@example.com>", "k.muster@example.com")]
    public void What_came_along_by_accident_is_left_out(string part, string value) => Assert.Equal(value, Select(part)!.Value);

    [Fact]
    public void The_place_is_that_of_what_is_left()
    {
        var range = Select(" Muster, ")!.Range;
        Assert.Equal("Muster", Text.Substring(range.Start, range.Length));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 3)]
    [InlineData(3, 9000)]
    [InlineData(int.MaxValue, 2)]
    [InlineData(12, 2)]
    public void Nothing_is_no_selection(int start, int length) => Assert.Null(SelectedText.Of(Text, start, length));

    [Theory]
    [InlineData(512, true)]
    [InlineData(513, false)]
    public void More_than_a_field_holds_is_not_offered(int length, bool offered) =>
        Assert.Equal(offered, SelectedText.Of(new string('x', 600), 0, length) is not null);

    [Theory]
    [InlineData(FieldKind.Phone, "Mobil (0171) 3920042", "(0171) 3920042")]
    [InlineData(FieldKind.Phone, "Mobil", "Mobil")]
    [InlineData(FieldKind.Email, "3920042 <k.muster@example.com>", "k.muster@example.com")]
    [InlineData(FieldKind.JobTitle, "Mobil (0171) 3920042", "Mobil (0171) 3920042")]
    public void A_field_takes_what_belongs_into_it(FieldKind kind, string part, string value)
    {
        var taken = Select(part)!.For(kind);

        Assert.Equal(value, taken.Value);
        Assert.Equal(value, Text.Substring(taken.Range.Start, taken.Range.Length));
    }

    private static SelectedText? Select(string part) => SelectedText.Of(Text, Text.IndexOf(part, StringComparison.Ordinal), part.Length);
}
