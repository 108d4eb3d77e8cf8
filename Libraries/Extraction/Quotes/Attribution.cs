using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Signet.Extraction.Text;

namespace Signet.Extraction.Quotes;

/// <summary>"On Mon, 3 Feb 2025 at 09:12, Erika Muster &lt;erika@example.org&gt; wrote:" in one to four lines.</summary>
internal static class Attribution
{
    private const int MostLines = 4;

    private static readonly ILookup<string, string> Words = Table.Keyed("attribution-words").SelectMany(line => line.Words.Split(", "), (line, word) => (line.Key, word)).ToLookup(entry => entry.Key, entry => entry.word);
    private static readonly string[] Verbs = [.. Words["verb"]];
    private static readonly FrozenSet<string> Openers = Words["opener"].ToFrozenSet();
    private static readonly Regex WholeDate = new(@"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>How many lines the attribution that begins at <paramref name="index"/> has; 0 when none begins there.</summary>
    public static int Length(List<TextLine> lines, int index, StepCounter steps)
    {
        var first = lines[index].Folded.AsSpan().Trim();
        if (first.Length is 0 or > 250 || !MayBegin(first)) return 0;
        var evidence = false;
        for (var i = index; i < lines.Count && i < index + MostLines && !lines[i].IsBlank; i++)
        {
            steps.Add(1);
            var text = lines[i].Folded.AsSpan().Trim();
            evidence |= text.ContainsAnyInRange('0', '9') || text.Contains('@');
            if (text.Length == 0 || text[^1] != ':') continue;
            return evidence && EndsWithVerb(text[..^1].TrimEnd(), lines, i, index, steps) ? i - index + 1 : 0;
        }

        return 0;
    }

    /// <summary>Whether it names an address or a whole date, or begins like a date: "On 3 Feb …", "Otto Anderer schrieb am 3.2.2025:".</summary>
    public static bool IsAddressed(List<TextLine> lines, int index, int length)
    {
        for (var i = index; i < index + length; i++)
            if (lines[i].Text.Contains('@', StringComparison.Ordinal) || WholeDate.IsMatch(lines[i].Text)) return true;
        return BeginsLikeDate(lines[index].Folded.AsSpan().Trim());
    }

    private static bool MayBegin(ReadOnlySpan<char> text)
    {
        if (text[^1] == ':' && (text.Contains('@') || text.ContainsAnyInRange('0', '9') || text.Length < 80)) return true;
        return BeginsLikeDate(text);
    }

    private static bool BeginsLikeDate(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(' ', ',');
        return end > 0 && Openers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[..end]) && text.ContainsAnyInRange('0', '9');
    }

    private static bool EndsWithVerb(ReadOnlySpan<char> text, List<TextLine> lines, int last, int first, StepCounter steps)
    {
        steps.Add(Verbs.Length * (last - first + 1));
        foreach (var verb in Verbs)
        {
            if (text.EndsWith(verb, StringComparison.Ordinal)) return true;

            // "Am 03.02.25 um 09:12 schrieb Erika Muster:" has the verb in the middle.
            for (var i = first; i <= last; i++)
                if (lines[i].Folded.Contains($" {verb} ", StringComparison.Ordinal) || lines[i].Folded.AsSpan().TrimEnd().EndsWith($" {verb}", StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
