namespace Signet.Web.Tests.Journeys;

/// <summary>Mails of fictional people; the last name makes each unique, so that journeys do not meet each other's contacts.</summary>
internal static class People
{
    private static int count;

    /// <summary>Letters only, so that a typo-tolerant search does not find the others.</summary>
    public static string NewName(string stem)
    {
        var number = Interlocked.Increment(ref count);
        return $"{stem}{(char)('a' + (number % 26))}{(char)('a' + (number * 7 % 26))}berg";
    }

    public static string Mail(string lastName, string first = "Klara", string company = "Beispiel Antriebstechnik GmbH & Co. KG", string mobile = "0171 3920042") =>
        $"""
        From: "{first} {lastName}" <{lastName.ToLowerInvariant()}@antriebe.example.com>
        To: vertrieb@musterwerke.example
        Subject: Anfrage Dosierpumpen
        Date: Tue, 24 Nov 2026 08:41:00 +0100
        Message-ID: <{lastName}@antriebe.example.com>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        Guten Morgen,

        können Sie uns bis Freitag ein Angebot über zwölf Dosierpumpen schicken?

        Mit freundlichen Grüßen
        {first} {lastName}
        Leiterin Strategischer Einkauf

        {company}
        Musterallee 118a
        12345 Musterstadt
        Tel. +49 69 90009417
        Mobil {mobile}
        {lastName.ToLowerInvariant()}@antriebe.example.com
        www.antriebe.example.com
        """.ReplaceLineEndings("\r\n");
}
