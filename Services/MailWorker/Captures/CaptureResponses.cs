using Signet.Contracts;
using Signet.Extraction;
using Signet.Extraction.Text;

namespace Signet.MailWorker.Captures;

/// <summary>Joins what was read with what contacts stored: ids from there, ranges and excerpts from here.</summary>
internal static class CaptureResponses
{
    private const int LongestExcerpt = 240;

    public static CaptureResponse Of(CaptureReading reading, ContactDraft draft, CreateDraftResponse stored) => new(
        stored.DraftId,
        reading.Subject,
        reading.SentAt,
        draft.Text,
        draft.Signature,
        [.. draft.Fields.Zip(stored.FieldIds, (field, id) => Field(draft.Text, field, id))],
        stored.Duplicates,
        draft.Language);

    private static CapturedField Field(string text, DraftField field, Guid id) => new(
        id,
        field.Kind,
        field.Value,
        field.PhoneType,
        field.Confidence,
        field.Rule,
        field.Range,
        field.Range is { } range ? Excerpt(text, range) : null,
        field.Alternatives.Count == 0 ? null : [.. field.Alternatives.Select(other => new FieldAlternative(other.Value, other.Confidence, other.Rule, other.Range))]);

    /// <summary>The line around a range, cut to a readable length with the range inside.</summary>
    private static string Excerpt(string text, TextRange range)
    {
        var start = range.Start == 0 ? 0 : text.LastIndexOf('\n', range.Start - 1) + 1;
        var end = text.IndexOf('\n', range.Start + range.Length);
        if (end < 0) end = text.Length;
        if (end - start <= LongestExcerpt) return text[start..end].Trim();
        start = Characters.CutAt(text, Math.Max(start, range.Start - LongestExcerpt / 4));
        end = Characters.CutAt(text, Math.Min(end, Math.Max(start + LongestExcerpt, range.Start + range.Length)));
        return text[start..end].Trim();
    }
}
