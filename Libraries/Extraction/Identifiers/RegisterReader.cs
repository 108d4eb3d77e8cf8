using System.Globalization;
using Signet.Extraction.Assembly;
using Signet.Extraction.Text;

namespace Signet.Extraction.Identifiers;

/// <summary>Reads the company's place in the commercial register: "Amtsgericht Kiel, HRB 4711", "FN 123456a", "RCS Paris 123 456 789", "CHE-123.456.788".</summary>
internal static class RegisterReader
{
    private const int CourtDistance = 2;
    private static readonly PhraseTable<Register> Labels = new(
        from columns in Table.Lines("registers").Select(line => line.Split('|'))
        from label in columns[0].Split(", ")
        select (label, new Register(int.Parse(columns[1], CultureInfo.InvariantCulture), int.Parse(columns[2], CultureInfo.InvariantCulture), columns[3] == "court")));

    private static readonly HashSet<string> Fillers = ["nr", "no", "n", "number", "nummer", "unter", "b"];

    public static void Read(IReadOnlyList<TextLine> lines, Contest found, StepCounter steps)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines[i].Text.AsSpan().ContainsAnyInRange('0', '9')) continue;
            var words = lines[i].Words;
            for (var j = 0; j < words.Count; j++)
            {
                steps.Add(1);
                if (Swiss(lines[i], words[j]) is { } swiss) found.Enter(swiss);
                if (Labels.LongestAt(words, j) is not var (register, count) || Number(lines[i].Text, words, j + count, register) is not { } end) continue;
                found.Enter(WithCourt(lines, i, words, j, end, register, steps));
                while (j + 1 < words.Count && words[j + 1].Start < end) j++;
            }
        }
    }

    private static Choice? WithCourt(IReadOnlyList<TextLine> lines, int index, List<Word> words, int label, int end, Register register, StepCounter steps)
    {
        var line = lines[index];
        var start = words[label].Start;
        var number = line.Text[start..end];
        // A place within the number ("RCS Paris 123 456 789") is its court.
        if (number.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0 && words[label].Folded.StartsWith('r') && words.Any(word => word.Start > start && word.End < end && word.Length > 2 && char.IsUpper(line.Text[word.Start])))
            return new(number, line.Start + start, end - start, 0.93, "register.court");
        steps.Add(words.Count);
        if (CourtReader.Nearest(line, words, start, end) is { } here)
        {
            var from = Math.Min(start, here.Start);
            return new($"{here.Value}, {number}", line.Start + from, Math.Max(end, here.Start + here.Length) - from, 0.93, "register.court");
        }

        for (var i = Math.Max(0, index - CourtDistance); i <= Math.Min(lines.Count - 1, index + CourtDistance); i++)
        {
            steps.Add(lines[i].Words.Count);
            if (i != index && CourtReader.Nearest(lines[i], lines[i].Words, 0, 0) is { } near) return new($"{near.Value}, {number}", line.Start + start, end - start, 0.9, "register.court");
        }

        return register.NeedsCourt ? null : new(number, line.Start + start, end - start, 0.88, "register.number");
    }

    /// <summary>Where the number behind a label ends: an optional place or series of letters, digits that blanks and dots may part, a letter.</summary>
    private static int? Number(string text, List<Word> words, int index, Register register)
    {
        var digits = 0;
        var end = 0;
        for (var i = index; i < words.Count && i < index + 8; i++)
        {
            var word = words[i];
            var own = word.Folded.Count(char.IsAsciiDigit);
            if (own == 0)
            {
                // "HRB 12345 B", "FN 123456 a"
                if (digits >= register.Least && word.Length == 1 && word.Start == end + 1) end = word.End;
                if (digits > 0) break;
                if (text.AsSpan(words[i - 1].End, word.Start - words[i - 1].End).ContainsAny("|;,\t".AsSpan())) return null;
                if (!Fillers.Contains(word.Folded) && !char.IsUpper(text[word.Start])) return null;
                continue;
            }

            if (digits > 0 && (digits >= register.Most || text.AsSpan(end, word.Start - end) is not (" " or "." or "-" or "\u00a0" or " - "))) break;
            if (digits + own > register.Most) break;
            digits += own;
            end = word.End;
        }

        return digits >= register.Least && digits <= register.Most ? end : null;
    }

    // Without "MWST" behind it, which makes it a VAT id.
    private static Choice? Swiss(TextLine line, Word word)
    {
        const int length = 15;
        if (!word.Folded.StartsWith("che-", StringComparison.Ordinal) || word.Length != length) return null;
        var written = line.Text.AsSpan(word.Start, length);
        var digits = string.Concat(word.Folded.Where(char.IsAsciiDigit));
        if (digits.Length != 9 || !CheckDigits.Switzerland(digits) || line.Text.AsSpan(word.End).TrimStart() is var rest && (rest.StartsWith("MWST") || rest.StartsWith("TVA") || rest.StartsWith("IVA"))) return null;
        return new(written.ToString(), line.Start + word.Start, length, 0.93, "register.number");
    }

    private sealed record Register(int Least, int Most, bool NeedsCourt);
}
