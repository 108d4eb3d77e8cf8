using Signet.Extraction.Text;

namespace Signet.Extraction.Quotes;

/// <summary>What mailing lists append: from the frame line above "… mailing list" or "To unsubscribe …" to the end of the paragraph run.</summary>
internal static class ListFooter
{
    private const int Window = 12;

    public static void Mark(List<TextLine> lines, StepCounter steps)
    {
        var last = lines.FindLastIndex(line => line.Role == LineRole.Own && !line.IsBlank);
        steps.Add(lines.Count - last);
        for (var i = Math.Max(0, last - Window); i <= last; i++)
        {
            steps.Add(1);
            if (!IsListLine(lines[i])) continue;
            var start = i;
            while (start > 0 && i - start < 3 && lines[start - 1].Role == LineRole.Own && !lines[start - 1].IsBlank && !IsFrame(lines[start])) start--;
            if (!IsFrame(lines[start])) start = i;
            for (var j = start; j <= last; j++) lines[j].Role = LineRole.List;
            return;
        }
    }

    private static bool IsListLine(TextLine line) =>
        line.Role == LineRole.Own
        && (line.Folded.Contains("mailing list", StringComparison.Ordinal) || line.Folded.Contains("to unsubscribe", StringComparison.Ordinal)
            || line.Folded.Contains("/mailman/listinfo", StringComparison.Ordinal) || line.Folded.Contains("mailingliste", StringComparison.Ordinal)
            || line.Folded.Contains("you received this message because you are subscribed", StringComparison.Ordinal));

    private static bool IsFrame(TextLine line) => line.Trimmed.Length >= 2 && line.Trimmed.All(c => c is '_' or '-' or '=' or '*');
}
