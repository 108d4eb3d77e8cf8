using Signet.Extraction.Text;

namespace Signet.Extraction.Quotes;

/// <summary>
/// Tells own lines from quoted ones. A mark that begins a quoted message (<see cref="ForwardMark"/>, <see cref="HeaderBlock"/>, an
/// <see cref="Attribution"/> without &gt; below it) quotes everything after it: Outlook marks no line.
/// </summary>
internal static class QuoteMarker
{
    public static void Mark(List<TextLine> lines, StepCounter steps)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            steps.Add(1);
            var line = lines[i];
            if (line.Role != LineRole.Own || line.IsBlank) continue;
            if (IsGroupWise(line.Trimmed))
            {
                QuoteFrom(lines, i, steps);
                break;
            }

            if (IsQuoted(line.Trimmed))
            {
                line.Role = LineRole.Quoted;
            }
            else if (ForwardMark.Matches(line) || HeaderBlock.Begins(lines, i, steps))
            {
                QuoteFrom(lines, i, steps);
                break;
            }
            else if (Attribution.Length(lines, i, steps) is var length and > 0)
            {
                if (Next(lines, i + length) is { } next && !IsQuoted(next.Trimmed))
                {
                    // "He wrote in 3 mails:" is a sentence; only a dated or addressed line begins a quote by itself.
                    if (!Attribution.IsAddressed(lines, i, length)) continue;
                    QuoteFrom(lines, i, steps);
                    break;
                }

                for (var j = 0; j < length; j++) lines[i + j].Role = LineRole.Quoted;
            }
        }

        PatchMarker.Mark(lines, steps);
        ListFooter.Mark(lines, steps);
    }

    // GroupWise: ">>> "Erika Muster" <erika@example.org> 02/03/25 09:12AM >>>", and no mark below it.
    private static bool IsGroupWise(string trimmed) =>
        trimmed.Length > 16 && trimmed.StartsWith(">>> ", StringComparison.Ordinal) && trimmed.EndsWith(" >>>", StringComparison.Ordinal) && trimmed.AsSpan().ContainsAnyInRange('0', '9');

    private static bool IsQuoted(string trimmed) => trimmed[0] is '>' or '»' || trimmed.StartsWith("&gt;", StringComparison.Ordinal);

    private static void QuoteFrom(List<TextLine> lines, int start, StepCounter steps)
    {
        // A frame line directly above ("____") belongs to the quote.
        if (start > 0 && lines[start - 1] is { IsBlank: false } above && above.Trimmed.All(c => c is '_' or '-') && above.Trimmed.Length > 4)
            above.Role = LineRole.Quoted;
        steps.Add(lines.Count - start);
        for (var i = start; i < lines.Count; i++) lines[i].Role = LineRole.Quoted;
    }

    private static TextLine? Next(List<TextLine> lines, int start)
    {
        for (var i = start; i < lines.Count && i < start + 4; i++)
            if (!lines[i].IsBlank) return lines[i];
        return null;
    }
}
