using Signet.Contracts;
using Signet.Extraction.Mail;

namespace Signet.Tests.Extraction;

/// <summary>HTML as lines.</summary>
public sealed class HtmlMails
{
    [Fact]
    public void Breaks_blocks_and_cells_become_lines_and_tabs() =>
        Assert.Equal("Erika Muster\nLeiterin\nA\tB\n", HtmlLines.Read("<div>Erika <b>Muster</b><br>Leiterin</div><table><tr><td>A</td><td>B</td></tr></table>"));

    [Fact]
    public void Scripts_styles_comments_and_titles_are_not_shown() =>
        Assert.Equal("Text\n", HtmlLines.Read("<title>no</title><style>p{color:red}</style><script>var x='<p>no</p>';</script><!-- no -->Text"));

    [Fact]
    public void Entities_are_decoded_and_blanks_collapse() => Assert.Equal("Müller & Söhne\n", HtmlLines.Read("M&uuml;ller   &amp;\n S&#246;hne"));

    [Fact]
    public void An_address_behind_a_link_is_kept() => Assert.Equal("E-Mail <erika@example.org>\n", HtmlLines.Read("<a href=\"mailto:erika@example.org?subject=x\">E-Mail</a>"));

    [Fact]
    public void An_address_that_the_link_shows_is_not_repeated() => Assert.Equal("erika@example.org\n", HtmlLines.Read("<a href=\"mailto:erika@example.org\">erika@example.org</a>"));

    [Fact]
    public void Quotes_are_marked_and_indentation_is_not() =>
        Assert.Equal("> fremd\neigen\n", HtmlLines.Read("<blockquote type=\"cite\">fremd</blockquote><blockquote>eigen</blockquote>"));

    [Fact]
    public void A_signature_in_a_table_is_read()
    {
        var draft = Reading.Eml("""
            From: Erika Muster <erika.muster@kupfer.example>
            Subject: Test
            MIME-Version: 1.0
            Content-Type: text/html; charset=utf-8

            <html><body><p>Hallo,</p><p>anbei der Plan.</p><p>Viele Gr&uuml;&szlig;e</p>
            <table><tr><td><img src="cid:logo"></td><td><b>Erika Muster</b><br>Projektleiterin<br>Kupfer GmbH<br>Am Markt 5, 99084 Erfurt<br>
            Tel. <a href="tel:+493615550100">+49 361 5550100</a><br><a href="mailto:erika.muster@kupfer.example">E-Mail</a></td></tr></table></body></html>
            """);

        Assert.Equal(("Erika", "Muster", "Projektleiterin", "Kupfer GmbH", "Erfurt"), (draft.Value(FieldKind.FirstName), draft.Value(FieldKind.LastName), draft.Value(FieldKind.JobTitle), draft.Value(FieldKind.Company), draft.Value(FieldKind.City)));
        Assert.Equal([(PhoneType.Work, "+493615550100")], draft.Phones());
    }
}
