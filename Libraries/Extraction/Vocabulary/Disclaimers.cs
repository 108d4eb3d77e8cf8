using Signet.Extraction.Text;

namespace Signet.Extraction.Vocabulary;

/// <summary>Lines of disclaimers, privacy notes and advertisements.</summary>
internal static class Disclaimers
{
    private static readonly string[] Phrases = [.. Table.Phrases("disclaimer-words")];

    public static bool Matches(TextLine line)
    {
        if (line.Trimmed.Length < 12) return false;
        foreach (var phrase in Phrases)
            if (line.Folded.Contains(phrase, StringComparison.Ordinal)) return true;
        return false;
    }
}
