using System.Collections.Frozen;
using Signet.Extraction.Text;
using Signet.Extraction.Vocabulary;

namespace Signet.Extraction.Lines;

/// <summary>Tells whether text is a street with a number, or a post-office box.</summary>
internal static class StreetReader
{
    private static readonly FrozenSet<string> Buildings = Table.Words("building-words");

    /// <summary>0 to 1: a street word with a number is sure, a capitalised name with a number only beside a postcode.</summary>
    public static double Likelihood(string text, List<Word> words)
    {
        if (words.Count is 0 or > 14 || text.Length > 120) return 0;
        if (IsBox(words)) return 0.9;
        var numbers = 0;
        // "s.n.c.", "s/n": without a number.
        var hasNumber = words.Count > 2 && words[^1].Folded is "snc" or "s/n" or "sn";
        var hasStreet = false;
        var hasUnit = false;
        foreach (var word in words)
        {
            hasNumber |= word.Folded.AsSpan().ContainsAnyInRange('0', '9');
            if (char.IsAsciiDigit(word.Folded[0])) numbers++;
            hasUnit |= word.Folded is "suite" or "ste" or "floor" or "fl" or "stock" or "etage" or "og" or "haus" or "gebaeude" or "building" or "bldg";
            hasStreet |= Lexicon.Streets.Contains(word.Folded) || IsGlued(word.Folded) || IsCalle(text, word);
        }

        // Rows of figures.
        if (numbers > 3) return 0;
        if (!hasNumber) return hasStreet && words.Count <= 5 && (words.Count > 1 || text.Length > 6) ? 0.2 : 0;
        if (LooksLikeCode(text, words)) return 0;
        if (hasStreet) return hasUnit && words.Count <= 2 ? 0.45 : 0.9;
        return EndsWithHouseNumber(text, words) || BeginsWithHouseNumber(text, words) ? 0.4 : 0;
    }

    // "Musterstr.2"
    private static bool IsGlued(string folded)
    {
        var digit = folded.AsSpan().IndexOfAnyInRange('0', '9');
        return digit > 3 && Lexicon.Streets.Contains(folded[..digit].TrimEnd('.', '-'));
    }

    /// <summary>Whether the words name a building, an estate or a part of it, which may stand in front of the street.</summary>
    public static bool IsBuilding(List<Word> words) => words.Count is > 0 and <= 6 && (Buildings.Contains(words[0].Folded) || Buildings.Contains(words[^1].Folded));

    // "C/ Olmo 12", "C/Olmo 12"
    private static bool IsCalle(string text, Word word) =>
        word.Folded.StartsWith("c/", StringComparison.Ordinal) && word.Length > 3 || word.Folded == "c" && word.End < text.Length && text[word.End] == '/';

    public static bool IsBox(List<Word> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i].Folded;
if (word is "box" or "drawer" && i == 0 && words.Count > 1 && char.IsAsciiDigit(words[1].Folded[0])) return true;
            // "HC 3 Box 21", "RR 2 Box 12"
            if (word == "box" && i == 2 && words.Count > 3 && words[0].Folded is "hc" or "rr" or "rt" or "route") return true;
            // "P. O. Drawer 12"
            if (word == "p" && i + 2 < words.Count && words[i + 1].Folded == "o" && words[i + 2].Folded is "box" or "drawer") return true;
            if (word is "postfach" or "postbus" or "casella" or "apartado" or "p.o" or "po" or "p.o.box" or "pobox" or "bp" or "cs" or "boite" or "posbus" or "post")
            {
                if (word is "postfach" or "postbus" or "p.o.box" or "pobox") return i + 1 < words.Count || word.Length > 0 && words.Count > 1;
                if (i + 1 < words.Count && words[i + 1].Folded is "box" or "drawer" or "postale" or "postal" or "de" or "office") return words.Count > i + 2;
                if (word is "bp" or "cs" && i + 1 < words.Count && char.IsAsciiDigit(words[i + 1].Folded[0])) return true;
            }
        }

        return false;
    }

    private static bool EndsWithHouseNumber(string text, List<Word> words)
    {
        if (words.Count is < 2 or > 6) return false;
        var last = words[^1].Folded;
        var index = words.Count - 1;
        if (last.Length == 1 && char.IsLetter(last[0]) && words.Count > 2) last = words[--index].Folded;
        if (!char.IsAsciiDigit(last[0]) || last.Length > 8) return false;
        for (var i = 0; i < index; i++)
            if (!char.IsLetter(text[words[i].Start])) return false;
        return char.IsUpper(text[words[0].Start]) && words[0].Length > 1;
    }

    private static bool BeginsWithHouseNumber(string text, List<Word> words) =>
        words.Count is >= 2 and <= 6 && char.IsAsciiDigit(words[0].Folded[0]) && words[0].Length <= 5 && char.IsUpper(text[words[1].Start])
        && (words[1].Length > 2 || words.Count > 2 && words[1].Folded is "n" or "s" or "e" or "w" or "nw" or "ne" or "sw" or "se");

    // Room and mail-stop codes ("QX4711"), versions, dates.
    private static bool LooksLikeCode(string text, List<Word> words) => words.Count == 1 && text.Length < 10;
}
