using System.Collections.Frozen;
using Signet.Extraction.Text;
using Signet.Extraction.Vocabulary;

namespace Signet.Extraction.People;

/// <summary>How much speaks for words being the name of a person.</summary>
internal static class NameLikelihood
{
    // How surnames end in languages that have such endings, for the many that stand in no table.
    private static readonly string[] Endings =
        ["sson", "sen", "ski", "sky", "ska", "wicz", "czyk", "enko", "chuk", "ovic", "evic", "ova", "eva", "oglu", "yan", "ian", "shvili", "mann", "meier", "meyer", "maier", "mayer", "huber", "bauer", "berger", "ucci", "etti", "elli", "ello", "acci", "opoulos", "akis", "quist", "gren", "strom", "stroem"];

    public static double Of(string text, List<Word> given, List<Word> family)
    {
        if (given.Count == 0) return Lexicon.GivenNames.Contains(family[^1].Folded) ? 0.3 : 0.1;
        var likelihood = 0.3;
        if (IsKnown(Lexicon.GivenNames, given[0].Folded)) likelihood += 0.35;
        else if (IsInitial(given[0].Folded)) likelihood += 0.15;
        if (IsKnown(Lexicon.Surnames, family[^1].Folded)) likelihood += 0.2;
        else if (Endings.Any(ending => family[^1].Folded.Length > ending.Length + 1 && family[^1].Folded.EndsWith(ending, StringComparison.Ordinal))) likelihood += 0.1;
        foreach (var word in given.Concat(family))
        {
            if (Lexicon.Jobs.Contains(word.Folded) || Lexicon.Organisations.Contains(word.Folded) || Lexicon.Departments.Contains(word.Folded)) likelihood -= 0.3;
            if (word.Length > 4 && text.AsSpan(word.Start, word.Length).IndexOfAnyInRange('a', 'z') < 0) likelihood -= 0.05;
        }

        return Math.Clamp(likelihood, 0, 1);
    }

    /// <summary>Whether two or three words are a given name and a surname that are known: "Tom Baker" is no function, "Rebecca Mills" no company.</summary>
    public static bool IsPerson(string text, List<Word> words) =>
        words.Count is 2 or 3 && words.All(word => char.IsUpper(text[word.Start])) && IsKnown(Lexicon.GivenNames, words[0].Folded) && IsKnown(Lexicon.Surnames, words[^1].Folded)
        && (words.Count == 2 || IsInitial(words[1].Folded) || IsKnown(Lexicon.GivenNames, words[1].Folded));

    // "E.", "E.M."
    private static bool IsInitial(string folded) => folded.Length == 1 || folded is [_, '.', _];

    private static bool IsKnown(FrozenSet<string> names, string folded)
    {
        if (names.Contains(folded)) return true;
        var hyphen = folded.IndexOf('-', StringComparison.Ordinal);
        return hyphen > 0 && (names.Contains(folded[..hyphen]) || names.Contains(folded[(hyphen + 1)..]));
    }
}
