namespace Signet.Extraction.Lines;

/// <summary>A run of characters that could be a phone number.</summary>
internal readonly record struct DigitRun(int Start, int Length, int Digits)
{
    public int End => Start + Length;
}

/// <summary>Finds digit runs in one pass: digits with the separators that people put between them.</summary>
internal static class PhoneScan
{
    private const int MostDigits = 18;

    /// <summary>Digits that can be a whole number.</summary>
    private const int LeastDigits = 7;

    public static List<DigitRun> Find(string text)
    {
        var runs = new List<DigitRun>();
        var i = 0;
        while (i < text.Length)
        {
            if (IsAroundTheClock(text, i)) i += 4;
            if (i >= text.Length) break;
            if (!Begins(text, i))
            {
                i++;
                continue;
            }

            var run = Read(text, i);
            if (run.Digits >= 5) runs.Add(run);
            i = Math.Max(run.End, i + 1);
        }

        return runs;
    }

    // "24/7 - 555-0142": hours, not digits of the number.
    private static bool IsAroundTheClock(string text, int i) =>
        text.AsSpan(i).StartsWith("24/7") && (i + 4 == text.Length || !char.IsAsciiDigit(text[i + 4])) && (i == 0 || !char.IsAsciiDigit(text[i - 1]));

    private static bool Begins(string text, int i)
    {
        var c = text[i];
        if (i > 0 && (char.IsLetterOrDigit(text[i - 1]) || text[i - 1] is '_' or '@' or '=' or '#')) return false;
        // Not the rest of "1.000,50"; but "Fax.....505".
        if (char.IsAsciiDigit(c)) return i == 0 || text[i - 1] is not ('.' or ',') || i > 1 && (char.IsLetter(text[i - 2]) || text[i - 2] == '.');
        if (c is not ('+' or '(')) return false;
        for (var j = i + 1; j < text.Length && j < i + 4; j++)
        {
            if (char.IsAsciiDigit(text[j])) return true;
            if (text[j] is not ('+' or '(' or ' ')) return false;
        }

        return false;
    }

    private static DigitRun Read(string text, int start)
    {
        var digits = 0;
        var end = start;
        var open = 0;
        for (var i = start; i < text.Length && digits < MostDigits; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                digits++;
                end = i + 1;
            }
            else if (c == '+')
            {
                if (digits > 0) break;
            }
            else if (c == '(')
            {
                // "123 (0)45" goes on, "123 (mobile)" does not.
                if (i + 1 >= text.Length || !char.IsAsciiDigit(text[i + 1]) && text[i + 1] != '+') break;
                // Nor does "555-0142 (24 hr)".
                if (digits >= LeastDigits && !ClosesBehindDigits(text, i + 1)) break;
                open++;
            }
            else if (c == ')')
            {
                if (open == 0) break;
                open--;
                if (digits > 0) end = i + 1;
            }
            else if (!IsSeparator(c) || !Continues(text, i) || digits >= LeastDigits && BeginsAnother(text, i, digits))
            {
                break;
            }
        }

        while (end > start && text[end - 1] == ')' && !Balanced(text.AsSpan(start, end - start))) end--;
        return new(start, end - start, digits);
    }

    private static bool ClosesBehindDigits(string text, int i)
    {
        while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
        return i < text.Length && text[i] is ')' or ' ' or '-' && (text[i] == ')' || i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]));
    }

    // "0911 123456 - 0171 1234567", "503-555-0142 / 800-555-0143": what is long enough behind a dash is a number of its own.
    private static bool BeginsAnother(string text, int i, int digitsBefore)
    {
        if (i + 4 >= text.Length || text[i] != ' ' || text[i + 1] is not ('-' or '–' or '/') || text[i + 2] != ' ' || text[i + 3] != '0' && digitsBefore < 10) return false;
        var digits = 0;
        for (var j = i + 3; j < text.Length && j < i + 24 && (char.IsAsciiDigit(text[j]) || IsSeparator(text[j])); j++)
            if (char.IsAsciiDigit(text[j])) digits++;
        return digits >= LeastDigits;
    }

    private static bool Balanced(ReadOnlySpan<char> text) => text.Count('(') == text.Count(')');

    // At most three separators between digits: columns end a number.
    private static bool Continues(string text, int i)
    {
        for (var j = i + 1; j < text.Length && j <= i + 3; j++)
        {
            if (char.IsAsciiDigit(text[j]) || text[j] == '(') return true;
            if (!IsSeparator(text[j]) && text[j] != ')') return false;
            if (text[j] == ' ' && text[j - 1] == ' ') return false;
        }

        return false;
    }

    private static bool IsSeparator(char c) => c is ' ' or '-' or '.' or '/' or '\u00a0' or '–' or '‑' or '\u202f' or '−' or '~' or '·';
}
