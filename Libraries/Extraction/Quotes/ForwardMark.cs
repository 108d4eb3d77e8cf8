using Signet.Extraction.Text;

namespace Signet.Extraction.Quotes;

/// <summary>"-----Original Message-----" and its like.</summary>
internal static class ForwardMark
{
    private static readonly string[] Phrases =
    [
        "original message", "originalnachricht", "urspruengliche nachricht", "original-nachricht", "forwarded message", "weitergeleitete nachricht",
        "message d'origine", "message original", "message transfere", "messaggio originale", "messaggio inoltrato", "mensaje original", "mensaje reenviado",
        "oorspronkelijk bericht", "doorgestuurd bericht", "originalmeddelande", "oprindelig meddelelse", "original appointment", "urspruenglicher termin",
        "forwarded by", "weitergeleitet von", "reply message", "begin forwarded message", "anfang der weitergeleiteten nachricht", "debut du message transfere",
        "debut du message reexpedie", "inizio messaggio inoltrato", "inicio del mensaje reenviado", "begin doorgestuurd bericht", "mensagem original",
        "oryginalna wiadomosc", "puvodni zprava", "izvorna poruka", "originalna wiadomosc",
    ];

    public static bool Matches(TextLine line)
    {
        var trimmed = line.Trimmed;
        if (trimmed.Length > 120) return false;
        var framed = trimmed.StartsWith("--", StringComparison.Ordinal) || trimmed.StartsWith("__", StringComparison.Ordinal);
        if (!framed && trimmed[^1] != ':') return false;
        // Lotus: "-----Erika Muster wrote: -----"
        if (framed && trimmed.EndsWith(": -----", StringComparison.Ordinal)) return true;
        return Phrases.Any(phrase => line.Folded.Contains(phrase, StringComparison.Ordinal));
    }
}
