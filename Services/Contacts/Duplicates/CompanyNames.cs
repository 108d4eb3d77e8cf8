using System.Collections.Frozen;
using Signet.Matching.Normalisation;

namespace Signet.Contacts.Duplicates;

/// <summary>Company names without what differs between two mentions of one company: spelling and legal form.</summary>
public static class CompanyNames
{
    // Folded, as TextFold leaves them ("& Co." is "co").
    private static readonly FrozenSet<string> LegalForms = FrozenSet.Create(
        StringComparer.Ordinal,
        "ab", "ag", "aps", "as", "asa", "bv", "bvba", "co", "corp", "corporation", "cv", "doo", "ek", "eg", "ev", "gbr", "gesmbh", "ggmbh", "gmbh", "haftungsbeschrankt", "inc",
        "incorporated", "kft", "kg", "kgaa", "limited", "llc", "llp", "ltd", "mbh", "nv", "og", "ohg", "oy", "oyj", "partg", "plc", "pty", "sa", "sagl", "sarl", "sas", "se", "sl",
        "slu", "spa", "spzoo", "sprl", "srl", "sro", "ug", "und", "and");

    private static readonly FrozenSet<string> Abbreviated = FrozenSet.Create(StringComparer.Ordinal, "e k", "e v", "s a", "s p a", "s r l", "b v", "n v", "d o o", "s r o", "sp z o o", "z o o");

    /// <summary>Empty when nothing but a legal form is left.</summary>
    public static string Fold(string company)
    {
        var words = TextFold.Fold(company).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 0)
        {
            var dotted = Enumerable.Range(2, 3).FirstOrDefault(count => words.Count >= count && Abbreviated.Contains(string.Join(' ', words[^count..])));
            if (dotted > 0) words.RemoveRange(words.Count - dotted, dotted);
            else if (LegalForms.Contains(words[^1])) words.RemoveAt(words.Count - 1);
            else break;
        }
        return string.Join(' ', words);
    }
}
