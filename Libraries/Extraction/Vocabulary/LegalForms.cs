using System.Collections.Frozen;
using Signet.Extraction.Text;

namespace Signet.Extraction.Vocabulary;

/// <summary>Finds legal forms ("GmbH &amp; Co. KG", "S.r.l.") in the words of a line.</summary>
internal static class LegalForms
{
    private static readonly PhraseTable<string> Forms = new(Table.Lines("legal-forms").Select(form => (form, Glued(form))), isGlued: true);

    // Common words or endings of their own when not written as forms are.
    private static readonly FrozenSet<string> Ambiguous = new[]
    {
        "ag", "kg", "og", "hb", "kb", "sa", "as", "ab", "se", "bv", "nv", "co", "ev", "eg", "ek", "sl", "oy", "ou", "dd", "bt", "lp", "pc", "cv", "sia", "spa", "sci", "snc", "inc", "ug", "eu", "company", "stiftung", "genossenschaft", "maatschap", "einzelunternehmen", "sca", "scop", "sll",
        "limited", "corporation", "incorporated", "corp", "kk", "sau", "sas", "cic", "doo", "ooo",
    }.ToFrozenSet();

    /// <summary>The first word of a legal form and the number of its words, or null. A form is never the first word: "AG Hamburg" is a court.</summary>
    public static (int Index, int Count)? Find(string text, List<Word> words)
    {
        for (var i = 1; i < words.Count; i++)
            if (At(text, words, i) is var count and > 0) return (i, count);
        return null;
    }

    private static int At(string text, List<Word> words, int index)
    {
        var most = words.Count;
        while (Forms.LongestAt(words, index, most) is var (form, count))
        {
            if (IsWrittenAsForm(text, words, index, count, form)) return count;
            most = count - 1;
        }

        return 0;
    }

    private static bool IsWrittenAsForm(string text, List<Word> words, int index, int count, string form)
    {
        var first = text[words[index].Start];
        if (!Ambiguous.Contains(form)) return char.IsUpper(first) || form.Length > 2 || form.StartsWith('e');
        if (count > 1) return true;
        var word = words[index];
        // "2. OG" is a floor, "(AB)" an answering machine, "A Corporation" what the company above is.
        if (char.IsAsciiDigit(words[index - 1].Folded[^1]) && form is "og" or "eg" || text[word.Start - 1] == '(' && form.Length <= 2 || words[0].Folded == "a" && form is "corporation" or "company" or "partnership") return false;
        var dotted = text.AsSpan(word.Start, word.Length).Contains('.') || (word.End < text.Length && text[word.End] == '.');
        var last = index + 1 == words.Count || !char.IsLetter(text[word.End]) && (word.End + 1 >= text.Length || text[word.End] != ' ' || !char.IsLower(text[Math.Min(word.End + 1, text.Length - 1)]));
        // "SpA" has its second capital at the end.
        var upper = char.IsUpper(first) && (word.Length == 1 || char.IsUpper(text[word.Start + 1]) || char.IsUpper(text[word.End - 1]));
        return form switch
        {
            "ev" or "eg" or "ek" or "eu" => char.IsLower(first) && (dotted || char.IsUpper(text[word.End - 1])),
            "co" => char.IsUpper(first) && (dotted || last),
            "company" or "limited" or "corporation" or "incorporated" or "inc" or "corp" or "stiftung" or "genossenschaft" or "maatschap" or "einzelunternehmen" => char.IsUpper(first) && last,
            _ => upper || dotted && char.IsUpper(first),
        };
    }

    private static string Glued(string form) => string.Concat(form.Where(c => c is not (' ' or '.' or '-')));
}
