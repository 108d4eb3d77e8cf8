using System.Collections.Frozen;

namespace Signet.Matching.Normalisation;

/// <summary>What a salutation says.</summary>
internal static class Genders
{
    private static readonly FrozenSet<string> Men = FrozenSet.Create(StringComparer.Ordinal, "herr", "herrn", "hr", "mr", "mister", "monsieur", "m", "signor", "sig", "senor", "sr", "dhr", "pan");
    private static readonly FrozenSet<string> Women = FrozenSet.Create(StringComparer.Ordinal, "frau", "fr", "mrs", "ms", "miss", "madame", "mme", "mlle", "signora", "sra", "senora", "mevr", "mevrouw", "pani");

    public static byte Of(IReadOnlyList<string> salutations)
    {
        foreach (var salutation in salutations)
        {
            var folded = TextFold.Fold(salutation);
            if (Men.Contains(folded)) return 1;
            if (Women.Contains(folded)) return 2;
        }
        return 0;
    }
}
