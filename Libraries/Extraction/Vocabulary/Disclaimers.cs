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
        return IsCopyright(line.Folded);
    }

    // "Copyright 2003 …", "Copyright (c) …", "(c) 2003 …"; a copyright manager is a person.
    private static bool IsCopyright(string folded)
    {
        const string word = "copyright ";
        if (folded.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at) return folded.AsSpan(at + word.Length).TrimStart() is [(>= '0' and <= '9') or '(' or '©', ..];
        return folded.AsSpan().TrimStart() is ['(', 'c', ')', ' ', >= '0' and <= '9', ..] or ['©', ..];
    }
}
