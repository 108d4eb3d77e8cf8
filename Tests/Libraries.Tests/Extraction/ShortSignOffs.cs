using Signet.Extraction.Mail;
using Signet.Extraction.Signatures;

namespace Signet.Tests.Extraction;

/// <summary>Informal mails: which last lines are signatures.</summary>
public sealed class ShortSignOffs
{
    private const string Text = "Pat,\n\nI looked at the numbers again and they seem fine to me.\nLet me know what you think about the second page.\n";

    [Theory]
    [InlineData("\nchris")]
    [InlineData("\n-Chris")]
    [InlineData("\n- Chris")]
    [InlineData("\n~ Chris")]
    [InlineData("\n**Chris**")]
    [InlineData("\nChris.")]
    [InlineData("\nC.")]
    [InlineData("\ncs")]
    [InlineData("\nC.S.")]
    [InlineData("\nChris S.")]
    [InlineData("\nThanks - Chris")]
    [InlineData("Thanks Chris")]
    [InlineData("\nthanks, c.")]
    [InlineData("\nthx\n\nc")]
    [InlineData("\nLove,\nMom")]
    [InlineData("\nTschüss\nChris")]
    [InlineData("\nHave a great weekend!\nChris")]
    [InlineData("\nThanks,\n\nChris x3-1111")]
    [InlineData("\nThanks,\nCS\n3-1111")]
    [InlineData("\nYours,\nChris & Pat")]
    [InlineData("\nYour old friend, Chris.")]
    [InlineData("\nBicycle Desk\n3-1111")]
    [InlineData("\nThanks,\nChris\n\nP.S. Don't forget the cake.")]
    [InlineData("\nChris :-)")]
    [InlineData("\nChristy\nSample Brokers\n503-555-0150\naim: christysample")]
    [InlineData("\nMerry Christmas,\nChris")]
    [InlineData("\nChris Sample . Sample Design . 503 555 0150 . www.sampleco.example\n\n(See attached file: plan_A.pdf)")]
    [InlineData("\nchris.sample@sampleco.example\n503-555-0150")]
    [InlineData("\nWilhelmina Beispiel\nManager\nHarbour Planning")]
    public void A_name_at_the_end_is_a_signature(string end) => Assert.NotEmpty(Detect(Text + end));

    [Theory]
    [InlineData("")]
    [InlineData("\nThanks!")]
    [InlineData("\nThank you.")]
    [InlineData("\nTalk to you later.")]
    [InlineData("\nOK")]
    [InlineData("\nDo you agree, Pat?")]
    [InlineData("\nThe numbers\n3-1111\n3-1112\n3-1113")]
    [InlineData("\nFor general information write to\nhelp@tides.example.\n\nCopyright 2003 The Sample Tides Company")]
    [InlineData("\nFYI")]
    [InlineData("\nPut these people on the list:\n\nMr. Otto Example\n44 Sample Bend\nSampleton, TX 75001")]
    [InlineData("\nInvoices go to this address:\n\nExample Gas Marketing, Inc.\n12 S. Sample, Suite 15\nSampleton, Oklahoma 74101\nFax: (405) 555-0142")]
    [InlineData("\nAgenda\n\nBudget - Wilma\nTides - Otto\nMiscellaneous - Everybody")]
    [InlineData("\nBob will call you.")]
    [InlineData("\nThanks to all of you for the great work.")]
    [InlineData("\n713-555-0142 is the number to call.")]
    [InlineData("\nPlease call Bob Example at 713-555-0142.")]
    [InlineData("\nhttp://www.example.com/page/to/read.html")]
    [InlineData("\n - Bob Example.xls")]
    [InlineData("\nDate 3/4/01\nTime 3:00\nRoom 3210")]
    [InlineData("\nRUN_KIND: LAST\nSHIFT_NO: 4\nPLAN_ID: QX7")]
    [InlineData("\nThis e-mail is the property of Sample Company and may contain confidential information for the sole use of the intended recipient.")]
    public void Other_last_lines_are_none(string end) => Assert.Empty(Detect(Text + end));

    [Theory]
    [InlineData("Chris,\n\nsee attached.")]
    [InlineData("Chris\n\nsee attached.")]
    public void A_greeting_is_no_signature(string text) => Assert.Empty(Detect(text, new("Pat Example", "pat.example@sampleco.example")));

    [Fact]
    public void A_sentence_that_ends_with_a_number_is_not_part_of_the_signature_below_it() =>
        Assert.Equal([4, 5], Detect("Hi,\n\nFor further questions on the transactions of this month, please contact\nWilhelmina Beispiel at (713) 555-0142.\nChris Sample\n(713) 555-0143"));

    [Fact]
    public void What_clients_and_providers_write_below_is_not_part_of_it()
    {
        Assert.Equal([5], Detect(Text + "\nChris\n\n <<Plan v4.doc>>  <<File: Costs.xls>>"));
        Assert.Equal([5], Detect(Text + "\nChris\n\n____________________\nDo You Yahoo!?\nGet personalized email addresses at http://mail.yahoo.com/"));
        Assert.Equal([5], Detect(Text + "\nChris\n\nThanks again for the cake you made last week!"));
    }

    [Fact]
    public void A_saying_and_whatever_closes_above_the_name_are_part_of_it() =>
        Assert.Equal([5, 7, 8, 9], Detect(Text + "\nTo the moon,\n\nChris Sample\nHead of Sales\n\"Tides wait for us\""));

    private static IReadOnlyList<int> Detect(string text, Sender? sender = null) =>
        SignatureDetector.Detect(new(sender ?? new("Chris Sample", "chris.sample@sampleco.example"), null, null, text)).Lines;
}
