using Signet.Extraction.Signatures;
using Signet.Extraction.Text;
using Signet.Extraction.Vocabulary;

namespace Signet.Extraction.Assembly;

/// <summary>The language of a signature: whose words it has most. What the sender wrote above decides between even ones, then the mailbox's language.</summary>
internal static class LanguageGuess
{
    private const int BodyLines = 40;

    /// <summary>ISO 639-1, or null when nothing tells one language from the others.</summary>
    public static string? Of(Signature signature, IReadOnlyList<TextLine> body, string? fallback)
    {
        Span<int> scores = stackalloc int[Languages.Count];
        Weigh(signature.Lines, scores);
        if (Best(scores, null) is { } signed) return signed;
        Weigh(body.Where(line => line.Role == LineRole.Own).Take(BodyLines), scores);
        return Best(scores, fallback);
    }

    /// <summary>The language that two words of the signature tell at least: the "van" of a name is chance.</summary>
    public static string? OfSignature(Signature signature)
    {
        const int least = 2;
        Span<int> scores = stackalloc int[Languages.Count];
        Weigh(signature.Lines, scores);
        return Best(scores, null) is { } language && scores[Languages.IndexOf(language)] >= least ? language : null;
    }

    private static void Weigh(IEnumerable<TextLine> lines, Span<int> scores)
    {
        foreach (var line in lines)
            foreach (var word in line.Words) Languages.Weigh(word.Folded, scores);
    }

    private static string? Best(ReadOnlySpan<int> scores, string? fallback)
    {
        var best = 0;
        foreach (var score in scores) best = Math.Max(best, score);
        if (fallback is not null && Languages.IndexOf(fallback) is var wanted && (wanted < 0 ? best == 0 : scores[wanted] == best)) return fallback;
        return best > 0 && scores.Count(best) == 1 ? Languages.Code(scores.IndexOf(best)) : null;
    }
}
