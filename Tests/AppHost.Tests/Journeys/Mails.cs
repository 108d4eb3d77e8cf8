namespace Signet.AppHost.Tests.Journeys;

/// <summary>Mails of fictional people.</summary>
internal static class Mails
{
    /// <summary>A mail with a full German signature; the marks make it unique, so that tests do not meet each other's contacts.</summary>
    public static string WithSignature(string lastName, string localPart, string mobile = "0171 3920042") =>
        $"""
        From: "Klara {lastName}" <{localPart}@antriebe.example.com>
        To: vertrieb@musterwerke.example
        Subject: Anfrage Dosierpumpen
        Date: Tue, 24 Nov 2026 08:41:00 +0100
        Message-ID: <{localPart}.1@antriebe.example.com>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        Guten Morgen,

        könnten Sie uns bis Freitag ein Angebot über zwölf Dosierpumpen schicken?

        Mit freundlichen Grüßen
        Dr. Klara {lastName}
        Leiterin Strategischer Einkauf

        Beispiel Antriebstechnik GmbH & Co. KG
        Musterallee 118a
        12345 Musterstadt
        Tel. +49 69 90009417
        Mobil {mobile}
        {localPart}@antriebe.example.com
        www.antriebe.example.com
        """.ReplaceLineEndings("\r\n");
}
