using System.Text.RegularExpressions;
using Signet.Contracts;

namespace Signet.Web.Capture;

/// <summary>What a person has selected in the captured text, without what came along by accident.</summary>
/// <param name="Value">In one line.</param>
public sealed partial record SelectedText(string Value, TextRange Range)
{
    /// <summary>No field holds more.</summary>
    private const int Longest = 512;

    /// <summary>Null when nothing is left of the selection, or too much for one field.</summary>
    public static SelectedText? Of(string text, int start, int length)
    {
        if (start < 0 || length <= 0 || start > text.Length - length) return null;
        var end = start + length;
        while (start < end && IsEdge(text[start])) start++;
        while (end > start && IsEdge(text[end - 1])) end--;
        return start == end || end - start > Longest ? null : Cut(text, start, end);
    }

    /// <summary>What of it belongs into such a field: of "E-Mail: k.muster@example.com" the address, of "Mobil 0171 3920042" the number.</summary>
    public SelectedText For(FieldKind kind) => kind switch
    {
        FieldKind.Email when Address().Match(Value) is { Success: true } match => Part(match),
        FieldKind.Phone when Number().Match(Value) is { Success: true } match => Part(match),
        _ => this,
    };

    private static SelectedText Cut(string text, int start, int end) => new(Blanks().Replace(text[start..end], " "), new(start, end - start));

    /// <summary>The place is narrowed only when it is still known: a selection over several lines has other positions than its value.</summary>
    private SelectedText Part(Match match) => new(match.Value.Trim(), Value.Length == Range.Length ? new(Range.Start + match.Index, match.Value.TrimEnd().Length) : Range);

    private static bool IsEdge(char c) => char.IsWhiteSpace(c) || c is ',' or ';' or ':' or '|' or '·' or '•' or '<' or '>' or '"' or '„' or '“' or '”';

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"[^\s<>()\[\],;:""]+@[^\s<>()\[\],;:""]+")]
    private static partial Regex Address();

    [GeneratedRegex(@"[+(]?\d.*")]
    private static partial Regex Number();
}
