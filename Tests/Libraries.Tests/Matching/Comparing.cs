using Signet.Matching.Comparison;

namespace Signet.Tests.Matching;

public sealed class Comparing
{
    [Theory]
    [InlineData("muster", "muster", 0)]
    [InlineData("muster", "mustre", 1)]
    [InlineData("muster", "mster", 1)]
    [InlineData("muster", "muuster", 1)]
    [InlineData("muster", "nuster", 1)]
    [InlineData("muster", "umstre", 2)]
    [InlineData("muster", "beispiel", 3)]
    [InlineData("", "ab", 2)]
    public void Slips_are_counted_up_to_a_bound(string one, string other, int slips)
    {
        Assert.Equal(slips, Edits.Between(one, other, 2));
        Assert.Equal(slips, Edits.Between(other, one, 2));
        Assert.Equal(Math.Min(slips, 2), Edits.Between(one, other, 1));
    }

    // The examples of Winkler's paper.
    [Theory]
    [InlineData("martha", "marhta", .961)]
    [InlineData("dwayne", "duane", .84)]
    [InlineData("dixon", "dicksonx", .813)]
    [InlineData("abc", "xyz", 0)]
    public void Likeness_is_as_published(string one, string other, double likeness)
    {
        Assert.Equal(likeness, JaroWinkler.Of(one, other), .001);
        Assert.Equal(likeness, JaroWinkler.Of(other, one), .001);
    }
}
