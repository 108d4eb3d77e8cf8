using Signet.Extraction.Text;

namespace Signet.Extraction.Quotes;

/// <summary>
/// Source code in mails: a patch from its first mark ("diff --git", "@@ -1,7 +1,8 @@") on, as long as lines begin as lines of patches do.
/// It is full of words and numbers that look like addresses.
/// </summary>
internal static class PatchMarker
{
    private static readonly string[] Marks = ["diff --git ", "@@ -", "--- a/", "+++ b/", "Index: "];
    private static readonly string[] Headers = ["diff ", "index ", "new file", "deleted file", "similarity ", "rename ", "old mode", "new mode", "copy ", "Binary "];

    public static void Mark(List<TextLine> lines, StepCounter steps)
    {
        steps.Add(lines.Count);
        var inPatch = false;
        foreach (var line in lines)
        {
            if (line.Role != LineRole.Own)
            {
                inPatch = false;
                continue;
            }

            var text = line.Text;
            if (inPatch && (line.Trimmed is "--" || !Continues(text))) inPatch = false;
            if (!inPatch && Marks.Any(mark => text.StartsWith(mark, StringComparison.Ordinal))) inPatch = true;
            if (inPatch && !line.IsBlank) line.Role = LineRole.Patch;
        }
    }

    private static bool Continues(string text) =>
        text.Length == 0 || text[0] is ' ' or '+' or '-' or '@' or '\\' or '\t' || Headers.Any(header => text.StartsWith(header, StringComparison.Ordinal));
}
