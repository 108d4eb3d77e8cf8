using Signet.Extraction.Text;

namespace Signet.Extraction.Lines;

/// <summary>
/// Social profiles beside the signature: a row of pictures with links above it, "Follow us on … &lt;https://…&gt;" below it. Nothing else of such lines is
/// the sender's.
/// </summary>
internal static class NearbyProfiles
{
    private const int Above = 3;
    private const int Below = 8;

    public static void Read(IReadOnlyList<TextLine> lines, IReadOnlyList<TextLine> signature, List<ContactPoint> points, StepCounter steps)
    {
        if (signature.Count == 0) return;
        var (first, last) = (signature[0].Index, signature[^1].Index);
        for (var i = Math.Max(0, first - Above); i < lines.Count && i <= last + Below; i++)
        {
            if (i >= first && i <= last || lines[i].Role != LineRole.Own) continue;
            steps.Add(lines[i].Text.Length);
            // A link in a sentence above is what the mail is about.
            if (i < first && !lines[i].Trimmed.EndsWith('>')) continue;
            foreach (var link in LinkScan.Find(lines[i].Text))
                if (LineReader.ReadProfile(lines[i], LinkScan.Unwrapped(link), isFooter: false) is { } profile) points.Add(profile with { Confidence = 0.8 });
        }
    }
}
