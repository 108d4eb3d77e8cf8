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
                label = label.With(type, from + words[i].Start);
            }

            if (!known && !label.IsLabelled && words[i].Folded is not ("nr" or "no" or "number" or "nummer" or "num")) break;
            if (!known && label.IsLabelled) break;
        }

        return label.IsLabelled ? label : FirstWord(text, from, start, words);
    }

    // "Telephone Direct No.: …": what counts is the first of a few words that end with a colon.
    private static PhoneLabel FirstWord(string text, int from, int start, List<Word> words) =>
        words.Count is > 1 and <= 4 && text.AsSpan(from, start - from).TrimEnd().EndsWith(":") && words[0].Length > 2 && LabelWords.TryPhone(words[0].Folded, out var type)
            ? None.With(type, from + words[0].Start)
            : None;

    /// <summary>The label behind: "713-555-0100 Office", "… (fax)".</summary>
    public static PhoneLabel After(string text, int end)
    {
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

    // "Tel./Fax" is a phone that is also a fax: it is listed as a phone. Otherwise the special word wins over the general one.
    private PhoneLabel With(PhoneType? type, int start) => new(
        true,
        Type is null || Type == PhoneType.Work && type is not PhoneType.Fax ? type ?? Type : type == PhoneType.Work && Type == PhoneType.Fax ? PhoneType.Work : Type,
        start,
        End);
}
