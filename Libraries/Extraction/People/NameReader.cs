using Signet.Extraction.Text;
using Signet.Extraction.Vocabulary;

namespace Signet.Extraction.People;

/// <summary>Reads "Dr. Erika Muster, M.Sc.", "Muster, Erika (IT-2)", "ERIKA von MUSTER" as names.</summary>
internal static class NameReader
{
    private const int MostWords = 9;

    /// <summary>The name in <paramref name="text"/>, or null when it can be none. Brackets and what follows " via " are left out.</summary>
    /// <param name="twoSurnames">Whether the last two words are surnames, as in Spain, unless the first of them is a given name.</param>
    public static PersonName? Read(string text, bool twoSurnames = false)
    {
        text = NameText.Clean(text);
        var words = Word.Split(text[..NameText.End(text)]);
        for (var mark = ProxyWords(words); mark > 0; mark--) words.RemoveAt(0);
        if (words.Count is 0 or > MostWords) return null;
        var names = new List<Word>();
        var state = new Parts(text);
        var comma = -1;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (i > 0 && comma < 0 && names.Count > 0 && text.AsSpan(words[i - 1].End, word.Start - words[i - 1].End).Contains(',')) comma = names.Count;
            if (names.Count == 0 && AcademicTitles.IsSalutation(word.Folded) && i + 1 < words.Count) state.Salutation = Extend(state.Salutation, text, word);
            else if (names.Count == 0 && IsTitle(text, word)) state.Title = Extend(state.Title, text, word);
            else if (names.Count > 0 && (IsLetters(text, word) && (comma >= 0 || names.Count > 1) || names.Count > 1 && AreUnknownLetters(text, word, comma >= 0 && names.Count == comma))) state.Suffix = Extend(state.Suffix, text, word);
            else if (comma >= 0 && names.Count > 0 && IsTitle(text, word)) state.Title = Extend(state.Title, text, word);
            else if (IsNameWord(text, word, names.Count)) names.Add(word);
            else return null;
        }

        // "Erika Muster 許誌宏": the same name in another script.
        if (names.Exists(name => char.IsUpper(text[name.Start])) && names.RemoveAll(name => IsCaseless(text[name.Start])) > 0) comma = -1;
        if (comma >= names.Count) comma = -1;
        return names.Count is 0 or > 5 ? null : Build(state, names, comma, twoSurnames);
    }

    // "i. A.", "i.V.", "ppa.": signs for another.
    private static int ProxyWords(List<Word> words)
    {
        if (words.Count < 3) return 0;
        if (words[0].Folded is "i.a" or "i.v" or "ppa" or "p.p" or "p.p.a") return 1;
        return words[0].Folded == "i" && words[1].Folded is "a" or "v" ? 2 : 0;
    }

    private static PersonName? Build(Parts parts, List<Word> names, int comma, bool twoSurnames)
    {
        var text = parts.Text;
        List<Word> given, family;
        if (comma > 0 && SurnameFirst(text, names[..comma]) is var first and > 0)
        {
            // "LIM Xiu Ying, Erika"
            family = names[..first];
            given = [.. names[comma..], .. names[first..comma]];
        }
        else if (comma > 0)
        {
            family = names[..comma];
            given = names[comma..];
        }
        else if (names.Count > 2 && char.IsLower(text[names[0].Start]) && !Lexicon.Particles.Contains(names[^2].Folded))
        {
            // "von Muster Erika"
            family = names[..^1];
            given = names[^1..];
        }
        else if (SurnameFirst(text, names) is var capitals and > 0)
        {
            family = names[..capitals];
            given = names[capitals..];
        }
        else
        {
            var split = names.Count - 1;
            if (twoSurnames && split > 1 && names[split - 1].Length > 1 && !Lexicon.Particles.Contains(names[split - 1].Folded) && (split > 2 || !Lexicon.GivenNames.Contains(names[1].Folded) || Lexicon.Surnames.Contains(names[1].Folded))) split--;
            for (var i = 1; i < split; i++)
            {
                if (!Lexicon.Particles.Contains(names[i].Folded) || names[i].Length < 2) continue;
                split = i;
                break;
            }

            given = names[..split];
            family = names[split..];
        }

        // "Musterman E": an initial behind the name is none of its own.
        if (family.Count == 1 && family[0].Length == 1 && given.Count > 0 && comma <= 0)
        {
            family = [given[^1]];
            given.RemoveAt(given.Count - 1);
        }

        if (given.Count > 3) return null;
        return new(
            parts.Title,
            Part(text, given.Take(1)),
            Part(text, given.Skip(1)),
            Part(text, family),
            parts.Suffix,
            parts.Salutation)
        { IsInverted = given.Count > 0 && given[0].Start > family[0].Start, Likelihood = NameLikelihood.Of(text, given, family) };
    }

    /// <summary>How many words in front are capitals, when those behind are not: "MUSTER Erika", "LIM Xiu Ying".</summary>
    private static int SurnameFirst(string text, List<Word> names)
    {
        var count = names.TakeWhile(name => name.Length > 1 && text.Skip(name.Start).Take(name.Length).All(c => char.IsUpper(c) || c is '-' or '\'' or '’')).Count();
        return count > 0 && count < names.Count && names.Skip(count).All(name => name.Length > 1 && char.IsLower(text[name.Start + 1])) && !Lexicon.GivenNames.Contains(names[0].Folded) ? count : 0;
    }

    private static bool IsTitle(string text, Word word) =>
        AcademicTitles.IsPrefix(word.Folded) && (word.Length > 2 || word.End < text.Length && text[word.End] == '.' || char.IsUpper(text[word.Start]) && (word.Folded is "dr" or "pr" or "me" || char.IsUpper(text[word.Start + 1])))
        || AcademicTitles.IsDottedPrefix(word.Folded) && (word.End < text.Length && text[word.End] == '.' || word.Folded.Contains('.', StringComparison.Ordinal));

    // Letters after a name are written in capitals or with dots: "MBA", "M.Sc.", "PhD"; "Ma" is a surname.
    private static bool IsLetters(string text, Word word)
    {
        if (!AcademicTitles.IsSuffix(word.Folded) && !AcademicTitles.IsPrefix(word.Folded) && !AcademicTitles.IsDottedPrefix(word.Folded)) return false;
        var written = text.AsSpan(word.Start, word.Length);
        if (written.Contains('.') || word.End < text.Length && text[word.End] == '.') return true;
        var capitals = 0;
        foreach (var c in written)
            if (char.IsUpper(c)) capitals++;
        return capitals >= 2;
    }

    // Nobody knows all of them: capitals behind a name that is not written so, "Erika Muster FRICS", and whatever capitals follow its comma.
    private static bool AreUnknownLetters(string text, Word word, bool isBehindComma)
    {
        var letters = 0;
        var written = text.AsSpan(word.Start, word.Length);
        // "MIMechE"
        if (written.Length > 4 && char.IsUpper(written[0]) && char.IsUpper(written[1]) && char.IsUpper(written[^1])) return text.AsSpan(0, word.Start).ContainsAnyInRange('a', 'z');
        foreach (var c in written)
        {
            if (char.IsAsciiLetterUpper(c)) letters++;
            else if (!(isBehindComma && (c is '.' or '-' or '/' || char.IsAsciiDigit(c)))) return false;
        }

        return letters is >= 2 and <= 6 && (isBehindComma || letters >= 3 && !Lexicon.Surnames.Contains(word.Folded)) && text.AsSpan(0, word.Start).ContainsAnyInRange('a', 'z');
    }

    private static bool IsNameWord(string text, Word word, int before)
    {
        var written = text.AsSpan(word.Start, word.Length);
        foreach (var c in written)
            if (char.IsDigit(c) || c is '&' or '/') return false;
        if (Cleaning.MixesScripts(written)) return false;
        if (Lexicon.Particles.Contains(word.Folded)) return true;
        if (!char.IsUpper(written[0]) && !IsCaseless(written[0])) return false;
        if (before == 0 && word.Folded is "the" or "our" or "your") return false;
        if (before == 0 && Lexicon.SentenceWords.Contains(word.Folded) && word.Length < 4 && !Lexicon.Surnames.Contains(word.Folded)) return false;
        return word.Length < 25;
    }

    private static bool IsCaseless(char c) => !char.IsLower(c) && !char.IsUpper(c);

    private static NamePart Part(string text, IEnumerable<Word> words)
    {
        var list = words.ToList();
        if (list.Count == 0) return NamePart.None;
        var start = list[0].Start;
        var end = list[^1].End;
        // The dot of an initial belongs to it: "Erika M."
        if (list[^1].Length == 1 && end < text.Length && text[end] == '.') end++;
        return new(Cased(text[start..end]), start, end - start);
    }

    /// <summary>"MUSTER" becomes "Muster": capitals are a habit of letterheads, not part of the name.</summary>
    private static string Cased(string name)
    {
        if (name.Length < 4 || name.AsSpan().ContainsAnyInRange('a', 'z') || !name.Any(char.IsLetter)) return name;
        var cased = name.ToLowerInvariant().ToCharArray();
        for (var i = 0; i < cased.Length; i++)
            if (i == 0 || cased[i - 1] is ' ' or '-' or '\'' or '.') cased[i] = char.ToUpperInvariant(cased[i]);
        return new(cased);
    }

    private static NamePart Extend(NamePart part, string text, Word word)
    {
        var start = part.Length > 0 ? part.Start : word.Start;
        var end = word.End;
        if (end < text.Length && text[end] == '.') end++;
        return new(text[start..end], start, end - start);
    }

    private sealed class Parts(string text)
    {
        public string Text { get; } = text;

        public NamePart Title { get; set; } = NamePart.None;

        public NamePart Suffix { get; set; } = NamePart.None;

        public NamePart Salutation { get; set; } = NamePart.None;
    }
}
