using Signet.Extraction;
using Signet.Extraction.Mail;
using Signet.Extraction.Text;

namespace Signet.Tests.Extraction;

/// <summary>No cut goes through a pair of surrogates.</summary>
public sealed class CutTexts
{
    [Theory]
    [InlineData("ab🙂c", 3, "ab")]
    [InlineData("ab🙂c", 4, "ab🙂")]
    [InlineData("ab🙂c", 2, "ab")]
    [InlineData("ab🙂", 9, "ab🙂")]
    [InlineData("abc", 2, "ab")]
    [InlineData("🙂", 0, "")]
    public void A_text_is_cut_in_front_of_a_pair_and_not_within(string text, int longest, string cut) => Assert.Equal(cut, text.Cut(longest));

    [Theory]
    [InlineData("abc🙂", 4, "abc")]
    [InlineData("ab\u202e🙂d", 4, "ab🙂")]
    [InlineData("ab\nd", 4, "ab d")]
    public void A_line_keeps_whole_characters(string text, int longest, string line) => Assert.Equal(line, Cleaning.Line(text, longest));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Long_bodies_and_lines_keep_whole_characters(int shift)
    {
        var body = new string('x', shift) + string.Concat(Enumerable.Repeat("🙂", Limits.BodyCharacters));
        var text = MailText.Of(new Sender("Erika", "erika@kupfer.example"), body);

        Assert.True(text.Value.IsNormalized());
        Assert.All(text.Lines, line => Assert.True(line.Text.IsNormalized()));
    }
}
