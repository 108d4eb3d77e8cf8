using Signet.Contracts;
using Signet.Web.Fields;

namespace Signet.Web.Capture;

/// <summary>A captured text cut into plain pieces and marks, so that every recognised value can be seen where it stands.</summary>
public sealed record SourceDocument(
    IReadOnlyList<SourcePiece> From, IReadOnlyList<SourcePiece> Before, IReadOnlyList<SourcePiece> Signature, IReadOnlyList<SourcePiece> After,
    int SignatureFirstLine, int SignatureLastLine)
{
    private const string FromLabel = "From: ";

    /// <summary>Also tells each entry the line it stands in.</summary>
    public static SourceDocument Of(string text, TextRange? signature, IReadOnlyList<FieldEntry> entries)
    {
        var (fromStart, fromEnd, bodyStart) = FindFrom(text);
        var marks = entries.Where(entry => entry.Range is { Length: > 0 } range && range.Start >= 0 && range.Start + range.Length <= text.Length).ToList();
        foreach (var entry in entries) entry.Line = null;
        foreach (var entry in marks) entry.Line = entry.Range!.Start < bodyStart ? null : LineOf(text, bodyStart, entry.Range.Start);

        var sigStart = signature is null ? text.Length : Math.Clamp(signature.Start, bodyStart, text.Length);
        var sigEnd = signature is null ? text.Length : Math.Clamp(signature.Start + signature.Length, sigStart, text.Length);
        return new(
            Cut(text, fromStart, fromEnd, marks), Cut(text, bodyStart, sigStart, marks), Cut(text, sigStart, sigEnd, marks), Cut(text, sigEnd, text.Length, marks),
            LineOf(text, bodyStart, sigStart), LineOf(text, bodyStart, Math.Max(sigStart, sigEnd - 1)));
    }

    /// <summary>A mail's text begins with its sender; pasted text does not.</summary>
    private static (int Start, int End, int Body) FindFrom(string text)
    {
        if (!text.StartsWith(FromLabel, StringComparison.Ordinal)) return (0, 0, 0);
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        return end < 0 ? (0, 0, 0) : (FromLabel.Length, end, end + 2);
    }

    private static int LineOf(string text, int bodyStart, int position) => text.AsSpan(bodyStart, position - bodyStart).Count('\n') + 1;

    /// <summary>Where readings overlap (a name within a line), the shortest wins: it says most. Of two alike, the person's own.</summary>
    private static List<SourcePiece> Cut(string text, int start, int end, List<FieldEntry> marks)
    {
        while (start < end && text[start] == '\n') start++; // blank lines at the edge of a block only push it apart
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (start == end) return [];
        var cuts = new SortedSet<int> { start, end };
        foreach (var range in marks.Select(mark => mark.Range!))
        {
            if (range.Start > start && range.Start < end) cuts.Add(range.Start);
            var stop = range.Start + range.Length;
            if (stop > start && stop < end) cuts.Add(stop);
        }

        var pieces = new List<SourcePiece>();
        var points = cuts.ToList();
        for (var i = 0; i + 1 < points.Count; i++)
        {
            var (from, to) = (points[i], points[i + 1]);
            var entry = marks.Where(mark => mark.Range!.Start <= from && mark.Range.Start + mark.Range.Length >= to).MinBy(mark => (mark.Range!.Length, mark.IsByHand ? 0 : 1));
            if (pieces.Count > 0 && pieces[^1].Entry == entry) pieces[^1] = pieces[^1] with { Text = pieces[^1].Text + text[from..to] };
            else pieces.Add(new(from, text[from..to], entry));
        }
        return pieces;
    }
}

/// <summary>A run of text, where it begins, and the field that was read from it.</summary>
public sealed record SourcePiece(int Start, string Text, FieldEntry? Entry);
