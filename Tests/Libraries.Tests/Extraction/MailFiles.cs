using System.Text;
using Signet.Extraction.Mail;

namespace Signet.Tests.Extraction;

/// <summary>Bytes as mails: bodies, alternatives, charsets, and what is no mail.</summary>
public sealed class MailFiles
{
    [Fact]
    public void The_plain_alternative_is_chosen_when_it_says_something() =>
        Assert.Equal("plain", Read(Alternative("plain", "<p>html</p>"))!.Body.Trim());

    [Fact]
    public void The_html_alternative_is_chosen_when_the_plain_one_is_blank() =>
        Assert.Equal("html", Read(Alternative("  ", "<p>html</p>"))!.Body.Trim());

    [Fact]
    public void An_attached_text_is_not_part_of_the_body()
    {
        var mail = Read("""
            From: a@b.example
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=x

            --x
            Content-Type: text/plain

            body
            --x
            Content-Type: text/plain; name=notes.txt
            Content-Disposition: attachment; filename=notes.txt

            attached
            --x--
            """);

        Assert.Equal("body", mail!.Body.Trim());
    }

    [Fact]
    public void A_footer_in_a_part_of_its_own_is_part_of_the_body()
    {
        var mail = Read("From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nbody\n--x\nContent-Type: text/plain\n\nfooter\n--x--\n");

        Assert.Contains("footer", mail!.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Encoded_headers_and_bodies_are_decoded()
    {
        var mail = Read("From: =?iso-8859-1?Q?J=FCrgen_Muster?= <j@b.example>\nSubject: =?utf-8?B?R3LDvMOfZQ==?=\nMIME-Version: 1.0\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nGr=FC=DFe")!;

        Assert.Equal("Jürgen Muster", mail.From!.Name);
        Assert.Equal("Grüße", mail.Subject);
        Assert.Equal("Grüße", mail.Body.Trim());
    }

    [Theory]
    [InlineData("windows-1250", "=8Alen=E1", "Šlená")]
    [InlineData("iso-8859-2", "Gra=BFyna", "Grażyna")]
    [InlineData("windows-1251", "=CC=E8=F0", "Мир")]
    [InlineData("windows-1252", "12 =80 =96 ja", "12 € – ja")]
    [InlineData("iso-8859-1", "12 =80 =96 ja", "12 € – ja")]
    [InlineData("iso-8859-1", "B=C3=B6rde", "Börde")]
    [InlineData("us-ascii", "B=C3=B6rde", "Börde")]
    [InlineData("utf-8", "M=FChle f=FCr =D6l", "Mühle für Öl")]
    [InlineData("utf-8", "M=C3=BChle f=C3=BCr =C3", "Mühle für \ufffd")]
    public void What_a_charset_is_called_and_what_it_is_differ(string charset, string encoded, string text) =>
        Assert.Equal(text, Read($"From: j@b.example\nMIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: quoted-printable\n\n{encoded}")!.Body.Trim());

    [Theory]
    [InlineData("Just some text without any header at all.")]
    [InlineData("\u0089PNG\r\n\u001a\n0000")]
    [InlineData("PK\u0003\u0004 and so on")]
    [InlineData("{\"from\": \"a@b.example\"}")]
    public void What_has_no_header_of_a_mail_is_none(string text) => Assert.Null(Read(text));

    private static string Alternative(string plain, string html) =>
        $"From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain\n\n{plain}\n--x\nContent-Type: text/html\n\n{html}\n--x--\n";

    private static MailContent? Read(string eml)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(eml));
        return MailReader.Read(stream, CancellationToken.None);
    }
}
