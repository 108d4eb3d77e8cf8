using PhoneNumbers;
using Signet.Contracts;
using Signet.Extraction.Text;

namespace Signet.Extraction.Lines;

/// <summary>A number in a line, with its label: everything from <see cref="Start"/> on belongs to it.</summary>
internal sealed record FoundPhone(int Start, int End, int NumberStart, int NumberLength, string Value, PhoneType? Type, double Confidence, string Rule);

/// <summary>
/// Reads "Tel. +49 (0)711 123-45", "(713) 555-0100 fax", "T +1 … x123". What a number is, libphonenumber decides; what it is for, its label.
/// </summary>
internal sealed class PhoneReader(string region)
{
    private const int MostPerLine = 8;
    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();
    private int trials;

    public List<FoundPhone> Read(string text, bool isLegal)
    {
        var found = new List<FoundPhone>();
        var from = 0;
        foreach (var run in PhoneScan.Find(text))
        {
            if (found.Count >= MostPerLine || trials >= Limits.PhoneTrials) break;
            // The digits of an extension that was read already.
            if (run.Start < from) continue;
            var before = Before(text, from, run.Start);
            var after = before.IsLabelled ? Label.None : After(text, run.End);
            var label = before.IsLabelled || isLegal ? before : after;
            if (!label.IsLabelled && found.Count > 0 && IsJoined(text.AsSpan(found[^1].End, run.Start - found[^1].End))) label = label with { IsLabelled = true, Type = found[^1].Type };
            if (isLegal && !label.IsLabelled) continue;
            trials++;
            var extension = Extension(text, run.End);
            if (Parse(text, run, label, extension) is not { } phone) continue;
            found.Add(phone);
            from = phone.End;
        }

        return found;
    }

    private FoundPhone? Parse(string text, DigitRun run, Label label, (string Digits, int End) extension)
    {
        var written = text.AsSpan(run.Start, run.Length);
        if (LooksLikeDate(written) || !label.IsLabelled && !LooksLikePhone(written, run.Digits)) return null;
        PhoneNumber number;
        try
        {
            number = Numbers.Parse(Normal(written), region);
        }
        catch (NumberParseException)
        {
            return null;
        }

        var valid = Numbers.IsValidNumber(number);
        if (!valid && written.IndexOf('/') is > 6 and var slash)
        {
            // "555-0100/0609": the part behind the slash replaces the last digits; the first number is whole by itself.
            return Parse(text, new(run.Start, slash, Digits(written[..slash])), label.Start >= 0 ? label : label with { IsLabelled = true, Type = null, End = 0 }, ("", run.Start + slash));
        }

        if (!valid && written.IndexOf('(') is > 7 and var bracket && extension.Digits.Length == 0)
        {
            var inner = written[(bracket + 1)..].Trim(") ".AsSpan());
            if (inner.Length is > 0 and <= 6 && inner.IndexOfAnyExceptInRange('0', '9') < 0)
                return Parse(text, new(run.Start, bracket, Digits(written[..bracket])), label, (inner.ToString(), run.End));
        }

        if (!valid && (!label.IsLabelled || run.Digits < 7 || Numbers.IsPossibleNumberWithReason(number) != PhoneNumberUtil.ValidationResult.IS_POSSIBLE)) return null;
        if (extension.Digits.Length > 0) number = number.ToBuilder().SetExtension(extension.Digits).Build();
        var value = Numbers.Format(number, PhoneNumberFormat.E164) + (extension.Digits.Length > 0 ? $";ext={extension.Digits}" : "");
        var isMobile = Numbers.GetNumberType(number) == PhoneNumberType.MOBILE;
        var type = label.Type ?? (isMobile ? PhoneType.Mobile : label.IsLabelled ? PhoneType.Work : null);
        var (confidence, rule) = (valid, label.IsLabelled) switch
        {
            (true, true) => (0.97, "phone.label"),
            (true, false) => (0.85, "phone.format"),
            _ => (0.6, "phone.possible"),
        };
        var end = Math.Max(Math.Max(run.End, extension.End), label.End);
        return new(label.IsLabelled && label.Start >= 0 ? Math.Min(label.Start, run.Start) : run.Start, end, run.Start, Math.Max(run.End, extension.End) - run.Start, value, type, confidence, rule);
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var digits = 0;
        foreach (var c in text)
            if (char.IsAsciiDigit(c)) digits++;
        return digits;
    }

    private static string Normal(ReadOnlySpan<char> written)
    {
        var text = written.ToString().Replace("++", "+", StringComparison.Ordinal).Replace('~', ' ').Replace('·', ' ');
        // Where 00 does not lead abroad, people write it all the same.
        return text.Length > 8 && text.StartsWith("00", StringComparison.Ordinal) && text[2] is not '0' ? "+" + text[2..] : text;
    }

    /// <summary>The label in front: the words between the last number (or separator) and this one, read from the right.</summary>
    private static Label Before(string text, int from, int start)
    {
        // "Fax:\t+49 …": in a table the label may have a cell of its own.
        var separator = text.AsSpan(from, start - from).TrimEnd(" \t".AsSpan()).LastIndexOfAny("|;\t•·");
        if (separator >= 0) from += separator + 1;
        var words = Word.Split(text[from..start]);
        var label = Label.None;
        for (var i = words.Count - 1; i >= 0 && i >= words.Count - 3; i--)
        {
            // The label touches the number but for blanks, colons, brackets and dots.
            if (i == words.Count - 1 && text.AsSpan(from + words[i].End, start - from - words[i].End).ContainsAnyExcept(" :.)(-–*=>\u00a0_\t".AsSpan())) break;
            var known = false;
            // "D-70001" is a postcode; a single letter is a label with a colon, a dot or a blank behind it.
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

    // "Facsimile Transmission No.: …": what counts is the first of a few words that end with a colon.
    private static Label FirstWord(string text, int from, int start, List<Word> words) =>
        words.Count is > 1 and <= 4 && text.AsSpan(from, start - from).TrimEnd().EndsWith(":") && words[0].Length > 2 && LabelWords.TryPhone(words[0].Folded, out var type)
            ? Label.None.With(type, from + words[0].Start)
            : Label.None;

    /// <summary>The label behind: "713-555-0100 Office", "… (fax)".</summary>
    private static Label After(string text, int end)
    {
        var start = end;
        while (start < text.Length && start < end + 4 && text[start] is ' ' or '(' or '-' or '[' or ',' or '\t') start++;
        var stop = start;
        while (stop < text.Length && stop < start + 16 && (char.IsLetter(text[stop]) || text[stop] is '-' or '/')) stop++;
        // A single letter belongs to what follows: "… - c.f. 123".
        if (stop - start < 2) return Label.None;
        var word = Folding.Fold(text.AsSpan(start, stop - start)).Trim('-', '/');
        foreach (var part in word.Split('/'))
        {
            if (!LabelWords.TryPhone(part, out var type)) continue;
            // "… T: +49": this label belongs to the next number.
            var rest = text.AsSpan(stop).TrimStart(" .)".AsSpan());
            if (rest.Length > 0 && (rest[0] == ':' || char.IsAsciiDigit(rest[0]) || rest[0] is '+' or '(')) return Label.None;
            if (stop < text.Length && text[stop] is ')' or '.' or ']') stop++;
            return new(true, type, -1, stop);
        }

        return Label.None;
    }

    private static (string Digits, int End) Extension(string text, int end)
    {
        var i = end;
        while (i < text.Length && i < end + 4 && text[i] is ' ' or ',' or '(' or ';') i++;
        var word = i;
        while (i < text.Length && i < word + 10 && char.IsLetter(text[i])) i++;
        var name = text.AsSpan(word, i - word);
        if (i == word && i < text.Length && text[i] == '#') i++;
        else if (!(name.Equals("ext", StringComparison.OrdinalIgnoreCase) || name.Equals("x", StringComparison.OrdinalIgnoreCase) || name.Equals("extn", StringComparison.OrdinalIgnoreCase)
            || name.Equals("extension", StringComparison.OrdinalIgnoreCase) || name.Equals("int", StringComparison.OrdinalIgnoreCase) || name.Equals("durchwahl", StringComparison.OrdinalIgnoreCase)
            || name.Equals("dw", StringComparison.OrdinalIgnoreCase) || name.Equals("poste", StringComparison.OrdinalIgnoreCase))) return ("", end);
        while (i < text.Length && text[i] is ' ' or '.' or ':' or '#' or '-') i++;
        var digits = i;
        while (i < text.Length && i < digits + 7 && char.IsAsciiDigit(text[i])) i++;
        return i - digits is > 0 and < 7 ? (text[digits..i], i) : ("", end);
    }

    private static bool IsJoined(ReadOnlySpan<char> between) => between.Length <= 6 && between.Trim() is "/" or "," or "or" or "oder" or "und" or "and" or "&" or ";" or "";

    // An unlabelled number is taken when it is written like one: with +, 00, brackets or groups.
    private static bool LooksLikePhone(ReadOnlySpan<char> written, int digits)
    {
        if (digits < 7) return false;
        if (written[0] is '+' or '(' || written.StartsWith("00")) return true;
        var groups = 1;
        for (var i = 1; i < written.Length; i++)
            if (!char.IsAsciiDigit(written[i]) && char.IsAsciiDigit(written[i - 1])) groups++;
        return groups >= 2 && (written[0] == '0' || groups >= 3 && digits is 10 or 11);
    }

    private static bool LooksLikeDate(ReadOnlySpan<char> written)
    {
        Span<int> groups = stackalloc int[6];
        var count = 0;
        var length = 0;
        foreach (var c in written)
        {
            if (char.IsAsciiDigit(c))
            {
                length++;
                continue;
            }

            if (c is not ('.' or '-' or '/') || count >= 5) return false;
            groups[count++] = length;
            length = 0;
        }

        groups[count++] = length;
        return count == 3 && (groups[0] <= 2 && groups[1] <= 2 && groups[2] is 2 or 4 || groups[0] == 4 && groups[1] == 2 && groups[2] == 2);
    }

    private readonly record struct Label(bool IsLabelled, PhoneType? Type, int Start, int End)
    {
        public static Label None => new(false, null, -1, 0);

        // "Tel./Fax" is a phone that is also a fax: it is listed as a phone. Otherwise the special word wins over the general one.
        public Label With(PhoneType? type, int start) => new(
            true,
            Type is null || Type == PhoneType.Work && type is not PhoneType.Fax ? type ?? Type : type == PhoneType.Work && Type == PhoneType.Fax ? PhoneType.Work : Type,
            start,
            End);
    }
}
