using Signet.Contracts;
using Signet.Extraction.Mail;
using Signet.Extraction.Quotes;
using Signet.Extraction.Text;

namespace Signet.Tests.Extraction;

/// <summary>Which lines are the sender's own.</summary>
public sealed class Quotes
{
    [Theory]
    [InlineData("On Mon, 3 Feb 2025 at 09:12, Otto Anderer <otto@anderswo.example> wrote:")]
    [InlineData("Am 03.02.2025 um 09:12 schrieb Otto Anderer:")]
    [InlineData("Am Mo., 3. Feb. 2025 um 09:12 Uhr schrieb Otto Anderer <otto@anderswo.example>:")]
    [InlineData("Le lun. 3 févr. 2025 à 09:12, Otto Anderer <otto@anderswo.example> a écrit :")]
    [InlineData("Il giorno lun 3 feb 2025 alle ore 09:12 Otto Anderer <otto@anderswo.example> ha scritto:")]
    [InlineData("El lun, 3 feb 2025 a las 9:12, Otto Anderer (<otto@anderswo.example>) escribió:")]
    [InlineData("Op ma 3 feb 2025 om 09:12 schreef Otto Anderer <otto@anderswo.example>:")]
    [InlineData("On Mon, 3 Feb 2025 at 09:12, Otto Anderer\n<otto@anderswo.example> wrote:")]
    [InlineData("Otto Anderer schrieb am 3.2.2025:")]
    [InlineData("Il 3/2/2025 09:12, Otto Anderer ha scritto:")]
    [InlineData("Il giorno 3 feb 2025, alle ore 09:12, Otto Anderer <otto@anderswo.example> ha scritto:")]
    [InlineData("El 3 feb 2025, a las 9:12, Otto Anderer <otto@anderswo.example> escribió:")]
    [InlineData("Op 3 feb. 2025, om 09:12 heeft Otto Anderer <otto@anderswo.example> het volgende geschreven:")]
    [InlineData("Le 3 févr. 2025 à 09:12, Otto Anderer <otto@anderswo.example> a écrit :")]
    [InlineData("Le 03/02/2025 à 09:12, Otto Anderer a écrit :")]
    [InlineData("El 3/2/25 a las 9:12, Otto Anderer escribió:")]
    [InlineData("Op 03-02-2025 om 09:12 schreef Otto Anderer:")]
    [InlineData("On Monday, February 3, 2025, 09:12:00 AM GMT+1, Otto Anderer <otto@anderswo.example> wrote:")]
    [InlineData("Otto Anderer <otto@anderswo.example> schrieb am Mo., 3. Feb. 2025, 09:12:")]
    [InlineData("Otto Anderer <otto@anderswo.example> wrote on 03.02.2025 09:12:")]
    [InlineData("-----Otto Anderer/Anderswo wrote: -----")]
    [InlineData("Otto Anderer/Anderswo/DE wrote on 03/02/2025 09:12:34:")]
    [InlineData("-------- Message d'origine --------")]
    [InlineData("-------- Messaggio originale --------")]
    [InlineData("-------- Mensaje original --------")]
    [InlineData("-------- Oorspronkelijk bericht --------")]
    [InlineData("-------- Weitergeleitete Nachricht --------")]
    [InlineData("---------- Messaggio inoltrato ---------")]
    [InlineData("---------- Doorgestuurd bericht ---------")]
    [InlineData("Début du message réexpédié :")]
    [InlineData("Von: Otto Anderer <otto@anderswo.example>\nDatum: Montag, 3. Februar 2025 um 09:12\nAn: Ida Idee <ida@kupfer.example>\nBetreff: Plan")]
    [InlineData("De : Otto Anderer <otto@anderswo.example>\nDate : lundi 3 février 2025 à 09:12\nÀ : Ida Idee <ida@kupfer.example>\nObjet : Plan")]
    [InlineData("Da: Otto Anderer <otto@anderswo.example>\nData: lunedì 3 febbraio 2025 alle ore 09:12\nA: Ida Idee <ida@kupfer.example>\nOggetto: Piano")]
    [InlineData("Gesendet: Montag, 03. Februar 2025 um 09:12 Uhr\nVon: \"Otto Anderer\" <otto@anderswo.example>\nAn: ida@kupfer.example\nBetreff: Plan")]
    [InlineData("Von:\tOtto Anderer/Anderswo\nAn:\tIda Idee/Kupfer@Kupfer\nDatum:\t03.02.2025 09:12\nBetreff:\tPlan")]
    [InlineData("From:\tOtto Anderer/Anderswo\nTo:\tIda Idee\nDate:\t02/03/2025 09:12 AM\nSubject:\tPlan")]
    [InlineData("Expéditeur: Otto Anderer <otto@anderswo.example>\nDate: 3 février 2025 à 09:12:00\nDestinataire: Ida Idee\nObjet: Plan")]
    [InlineData("Van: Otto Anderer <otto@anderswo.example>\nDatum: maandag 3 februari 2025 om 09:12\nAan: Ida Idee\nOnderwerp: Plan")]
    [InlineData("-----Original Message-----")]
    [InlineData("-----Ursprüngliche Nachricht-----")]
    [InlineData("---------- Forwarded message ---------")]
    [InlineData("Anfang der weitergeleiteten Nachricht:")]
    [InlineData("Von: Otto Anderer\nGesendet: Montag, 3. Februar 2025\nAn: Ida Idee\nBetreff: Plan")]
    [InlineData("*From:* Otto Anderer <otto@anderswo.example>\n*Sent:* Monday\n*To:* Ida Idee\n*Subject:* Plan")]
    [InlineData("De : Otto Anderer\nEnvoyé : lundi 3 février 2025\nÀ : Ida Idee\nObjet : Plan")]
    [InlineData("Da: Otto Anderer\nInviato: lunedì 3 febbraio 2025\nA: Ida Idee\nOggetto: Piano")]
    [InlineData("De: Otto Anderer\nEnviado el: lunes, 3 de febrero de 2025\nPara: Ida Idee\nAsunto: Plan")]
    [InlineData("Van: Otto Anderer\nVerzonden: maandag 3 februari 2025\nAan: Ida Idee\nOnderwerp: Plan")]
    public void What_follows_the_mark_of_a_quote_is_quoted_without_any_sign(string mark)
    {
        var lines = Marked($"Meine Antwort\n\n{mark}\n\nSein Text");

        Assert.Equal(LineRole.Own, lines[0].Role);
        Assert.Equal(LineRole.Quoted, lines[2].Role);
        Assert.Equal(LineRole.Quoted, lines[^1].Role);
    }

    [Theory]
    [InlineData("I wrote 3 tests:")]
    [InlineData("From: here you can go anywhere")]
    [InlineData("Original message formats are listed below")]
    [InlineData("The numbers:")]
    [InlineData("Date: tomorrow\nSubject: the plan")]
    [InlineData("----- see below: what follows")]
    public void A_sentence_that_looks_like_a_mark_quotes_nothing(string line) =>
        Assert.All(Marked($"Hello\n{line}\none\ntwo"), marked => Assert.Equal(LineRole.Own, marked.Role));

    [Fact]
    public void Answers_between_quoted_lines_stay_own()
    {
        var lines = Marked("Am 3.2.2025 schrieb Otto Anderer:\n> Frage eins?\nJa.\n> Frage zwei?\nNein.");

        Assert.Equal([LineRole.Quoted, LineRole.Quoted, LineRole.Own, LineRole.Quoted, LineRole.Own], lines.Select(line => line.Role));
    }

    private static List<TextLine> Marked(string body)
    {
        var lines = MailText.Of(new Sender("Ida Idee", "ida@kupfer.example"), body).Lines;
        QuoteMarker.Mark(lines, new());
        return lines;
    }

    [Fact]
    public void GroupWise_quotes_what_follows_its_line()
    {
        var draft = Reading.Mail("Erika Muster <erika.muster@kupfer.example>", "Suits me.\n\n>>> \"Otto Beispiel\" <otto@zinn.example> 02/03/25 09:12AM >>>\nMay I tell them?\n\nOtto Beispiel\nZinn LLP\n(503) 555-0142");

        Assert.Equal("Muster", draft.Value(FieldKind.LastName));
        Assert.Empty(draft.Values(FieldKind.Phone));
        Assert.Null(draft.Value(FieldKind.Company));
    }
}
