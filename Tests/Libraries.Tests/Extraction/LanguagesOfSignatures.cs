using Signet.Extraction;
using Signet.Extraction.Mail;

namespace Signet.Tests.Extraction;

/// <summary>Which language a signature is written in.</summary>
public sealed class LanguagesOfSignatures
{
    [Theory]
    [InlineData("Mit freundlichen Grüßen\nErika Muster\nKupfer GmbH, Musterstraße 1, 99084 Erfurt", "de")]
    [InlineData("Kind regards\nErika Muster\nHead of Sales\nPhone +49 361 5550100", "en")]
    [InlineData("Bien cordialement,\nCamille Exemple\nDirectrice des ventes\nTél. +33 4 72 55 01 00", "fr")]
    [InlineData("Cordiali saluti\nPaola Esempio\nResponsabile acquisti\nVia Esempio 3, 20121 Milano", "it")]
    [InlineData("Un cordial saludo,\nLucía Ejemplo\nDirectora de ventas\nMóvil: +34 612 345 678", "es")]
    [InlineData("Met vriendelijke groet,\nSanne Voorbeeld\nHoofd inkoop\nVoorbeeldstraat 1, 1012 AB Amsterdam", "nl")]
    public void The_words_of_a_signature_tell_its_language(string signature, string language) => Assert.Equal(language, Reading.Pasted(signature).Language);

    [Fact]
    public void A_german_title_in_a_german_signature_outweighs_an_english_one() =>
        Assert.Equal("de", Reading.Pasted("Mit freundlichen Grüßen\nErika Muster\nSales Manager\nKupfer GmbH, Telefon 0361 5550100").Language);

    [Fact]
    public void The_text_above_decides_when_the_signature_says_nothing() =>
        Assert.Equal("it", Reading.Mail("Paola Esempio <paola@esempio.example>", "Buongiorno, questa è la copia che non avevo.\n\nPaola Esempio\n+39 02 5550100").Language);

    [Fact]
    public void The_language_of_the_mailbox_decides_between_even_ones()
    {
        const string text = "Erika Muster\n+49 361 5550100";

        Assert.Null(ContactExtractor.Extract(MailContent.Pasted(text), new("DE")).Language);
        Assert.Equal("fr", ContactExtractor.Extract(MailContent.Pasted(text), new("DE", "fr")).Language);
    }

    [Fact]
    public void The_language_of_the_mailbox_does_not_overrule_the_signature() =>
        Assert.Equal("de", ContactExtractor.Extract(MailContent.Pasted("Mit freundlichen Grüßen\nErika Muster\n+49 361 5550100"), new("DE", "fr")).Language);

    [Fact]
    public void Text_without_a_contact_has_no_language() => Assert.Null(Reading.Pasted("We should do this tomorrow, when it is warmer and you are back.").Language);
}
