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

    [Fact]
    public void Paragraphs_of_Word_with_labels_of_their_own_and_rewritten_links_are_read()
    {
        var draft = Reading.Eml(Html("Muster, Erika <e.muster@kupfer-blech.example>", """
            <div class=WordSection1><p class=MsoNormal>Guten Tag,<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>die Rollen gehen morgen raus.<o:p></o:p></p>
            <p class=MsoNormal>Mit freundlichen Gr&uuml;&szlig;en<o:p></o:p></p><p class=MsoNormal>i. A. Erika Muster<o:p></o:p></p><p class=MsoNormal>Sachbearbeiterin Ersatzteile<o:p></o:p></p>
            <p class=MsoNormal>Telefax:<o:p></o:p></p><p class=MsoNormal>+49 361 5550199<o:p></o:p></p><p class=MsoNormal>Kupfer Blech GmbH<o:p></o:p></p><p class=MsoNormal>A-4600 Wels, Hauptstra&szlig;e 112<o:p></o:p></p>
            <p class=MsoNormal><a href="https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.linkedin.com%2Fin%2Ferika-muster&amp;data=05%7C02">LinkedIn</a> <a href="https://www.youtube.com/@kupferblech?utm_source=sig">Film</a></p></div>
            """));

        Assert.Equal(("Erika", "Muster", "Sachbearbeiterin Ersatzteile", "Kupfer Blech GmbH"), (draft.Value(FieldKind.FirstName), draft.Value(FieldKind.LastName), draft.Value(FieldKind.JobTitle), draft.Value(FieldKind.Company)));
        Assert.Equal([(PhoneType.Fax, "+49361" + "5550199")], draft.Phones());
        Assert.Equal(("Hauptstraße", "4600"), (draft.Value(FieldKind.Street), draft.Value(FieldKind.Postcode)));
        Assert.Equal(["https://www.linkedin.com/in/erika-muster", "https://www.youtube.com/@kupferblech"], draft.Values(FieldKind.SocialProfile));
    }

    [Fact]
    public void An_invitation_and_a_page_to_book_a_meeting_are_not_the_senders()
    {
        var draft = Reading.Eml(Html("Erika Muster <erika.muster@kupfer.example>", """
            <div dir="ltr">See you on Monday.<br><br><div>Kind regards</div><div>Erika Muster</div><div>Head of Supply</div><div>Kupfer AG</div><div>Phone +41 44 555 01 00</div><div><a href="https://calendly.com/erika/30min">Book a time</a></div>
            <hr><div>Microsoft Teams meeting</div><div><a href="https://teams.microsoft.com/l/x">Join here</a></div><div>+41 43 555 67 10,,8812#</div></div>
            """));

        Assert.Equal(["+41445550100"], draft.Values(FieldKind.Phone));
        Assert.Empty(draft.Values(FieldKind.Website));
        Assert.Equal("Kupfer AG", draft.Value(FieldKind.Company));
    }

    [Fact]
    public void A_table_in_a_table_beside_a_picture_is_read_and_a_review_is_no_website()
    {
        var draft = Reading.Eml(Html("Erika Muster <erika@kupfer.example>", """
            <table><tr><td><table><tr><td><img src="cid:a"></td><td><table><tr><td><b>Erika Muster</b></td></tr><tr><td>Oberbauleiterin</td></tr><tr><td>Kupfer Hochbau GmbH * Am Markt 5 * 99084 Erfurt</td></tr><tr><td>T:</td><td>+49 361 5550100</td></tr></table></td></tr></table></td></tr></table>
            <table><tr><td><a href="https://g.page/r/kupfer/review">Bewerten</a></td></tr></table>
            """));

        Assert.Equal(("Oberbauleiterin", "Kupfer Hochbau GmbH", "Erfurt"), (draft.Value(FieldKind.JobTitle), draft.Value(FieldKind.Company), draft.Value(FieldKind.City)));
        Assert.Equal([(PhoneType.Work, "+493615550100")], draft.Phones());
        Assert.Empty(draft.Values(FieldKind.Website));
    }

    private static string Html(string from, string body) => $"From: {from}\nSubject: Test\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<html><body>{body}</body></html>\n";
}
