using Signet.Contracts;
using Signet.Extraction.Text;

namespace Signet.Extraction.Lines;

/// <summary>What stands before or behind a number: "Tel.", "M:", "(fax)".</summary>
/// <param name="Start">Where the label begins; -1 when it stands behind the number.</param>
/// <param name="End">Where it ends, when it stands behind the number.</param>
internal readonly record struct PhoneLabel(bool IsLabelled, PhoneType? Type, int Start, int End)
{
    public static PhoneLabel None => new(false, null, -1, 0);

    /// <summary>The label in front: the words between the last number (or separator) and this one, read from the right.</summary>
    public static PhoneLabel Before(string text, int from, int start)
    {
        // "Fax:\t+49 …": in a table the label may have a cell of its own.
        var separator = text.AsSpan(from, start - from).TrimEnd(" \t".AsSpan()).LastIndexOfAny("|;\t•·");
        if (separator >= 0) from += separator + 1;
        var words = Word.Split(text[from..start]);
        var label = None;
        for (var i = words.Count - 1; i >= 0 && i >= words.Count - 3; i--)
        {
            // The label touches the number but for blanks, colons, brackets and dots.
            if (i == words.Count - 1 && text.AsSpan(from + words[i].End, start - from - words[i].End).ContainsAnyExcept(" :.)(-–*=>\u00a0_\t".AsSpan())) break;
            // A column of its own: "Erika Funk     Tel. …".
            if (i < words.Count - 1 && words[i + 1].Start - words[i].End > 2) break;
            var known = false;
            // "D-23966" is a postcode; a single letter is a label with a colon, a dot or a blank behind it.
            if (words[i].Length == 1 && i == words.Count - 1 && text[from + words[i].End] is not (':' or '.' or ' ' or '\t' or ')')) break;
            foreach (var part in words[i].Folded.Split('/'))
            {
                if (!LabelWords.TryPhone(part, out var type)) continue;
                known = true;
                // "Tel. p:" is the private one, "P:" any phone.
                if (part == "p" && i > 0 && words[i - 1].Folded.StartsWith("tel", StringComparison.Ordinal)) type = PhoneType.Home;
                label = label.With(type, from + words[i].Start);
            }

            if (!known && !label.IsLabelled && words[i].Folded is not ("nr" or "no" or "number" or "nummer" or "num")) break;
            if (!known && label.IsLabelled) break;
        }

        return label.IsLabelled ? label : FirstWord(text, from, start, words);
    }

    // "Telephone Direct No.: …": what counts is the first of a few words that end with a colon.
    private static PhoneLabel FirstWord(string text, int from, int start, List<Word> words)
    {
        if (words.Count is < 2 or > 4 || !text.AsSpan(from, start - from).TrimEnd().EndsWith(":")) return None;
        foreach (var word in words)
            if (word.Length > 2 && LabelWords.TryPhone(word.Folded, out var type)) return None.With(type, from + words[0].Start);
        return None;
    }

    /// <summary>The label that a line is, without a number: "Telefax:".</summary>
    public static PhoneLabel Alone(string text)
    {
        var words = text.Length > 24 ? [] : Word.Split(text);
        var label = None;
        if (words.Count is 0 or > 2 || words[^1].Length == 1 && text.TrimEnd()[^1] is not (':' or '.')) return None;
        foreach (var word in words)
        {
            if (!LabelWords.TryPhone(word.Folded, out var type)) return None;
            label = label.With(type, word.Start);
        }

        return label;
    }

    /// <summary>The label behind: "713-555-0100 Office", "… (fax)".</summary>
    public static PhoneLabel After(string text, int end)
    {
        if (InBrackets(text, end) is { IsLabelled: true } bracketed) return bracketed;
        var start = end;
        while (start < text.Length && start < end + 4 && text[start] is ' ' or '(' or '-' or '[' or ',' or '\t') start++;
        var stop = start;
        while (stop < text.Length && stop < start + 16 && (char.IsLetter(text[stop]) || text[stop] is '-' or '/')) stop++;
        // A single letter belongs to what follows: "… - c.f. 123".
        if (stop - start < 2) return None;
        var word = Folding.Fold(text.AsSpan(start, stop - start)).Trim('-', '/');
        foreach (var part in word.Split('/'))
        {
            if (!LabelWords.TryPhone(part, out var type)) continue;
            // "… T: +49": this label belongs to the next number.
            var rest = text.AsSpan(stop).TrimStart(" .)".AsSpan());
            if (rest.Length > 0 && (rest[0] == ':' || char.IsAsciiDigit(rest[0]) || rest[0] is '+' or '(')) return None;
            if (stop < text.Length && text[stop] is ')' or '.' or ']') stop++;
            return new(true, type, -1, stop);
        }

        return None;
    }

    // "(F)", "(toll free)", "(Erika's cell)"
    private static PhoneLabel InBrackets(string text, int end)
    {
        const int longest = 24;
        var open = end;
        while (open < text.Length && text[open] is ' ' or '\u00a0') open++;
        if (open - end > 2 || open >= text.Length || text[open] != '(') return None;
        var close = text.AsSpan(open, Math.Min(longest, text.Length - open)).IndexOf(')');
        if (close < 0) return None;
        var label = None;
        foreach (var word in Word.Split(text.Substring(open, close)))
            if (LabelWords.TryPhone(word.Folded, out var type)) label = label.With(type, -1);
        return label with { Start = -1, End = open + close + 1 };
    }

    // "Tel./Fax" is a phone that is also a fax: it is listed as a phone. Otherwise the special word wins over the general one.
    private PhoneLabel With(PhoneType? type, int start) => new(
        true,
        Type is null || Type == PhoneType.Work && type is not PhoneType.Fax ? type ?? Type : type == PhoneType.Work && Type == PhoneType.Fax ? PhoneType.Work : Type,
        start,
        End);
}
