using Signet.Extraction.People;
using Signet.Extraction.Signatures;
using Signet.Extraction.Vocabulary;

namespace Signet.Extraction.Assembly;

/// <summary>How national numbers are read: as in the country that the signature names, that of the mail domain, or the default.</summary>
internal static class RegionGuess
{
    public static string Of(Signature signature, SenderIdentity? sender, string fallback)
    {
        foreach (var line in signature.Lines)
        {
            if (line.Trimmed.Length > 80) continue;
            var comma = line.Trimmed.LastIndexOfAny([',', '|', '(']);
            // "Firenze (FI)" is a province, not Finland.
            if (comma >= 0 && line.Trimmed[comma] == '(' && line.Trimmed.Length - comma <= 4) continue;
            if (Countries.Of(line.Trimmed.AsSpan(comma + 1)) is { } code) return code;
        }

        return (sender is null ? null : Countries.OfDomain(sender.Domain)) ?? fallback;
    }
}
