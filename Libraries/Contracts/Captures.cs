namespace Signet.Contracts;

/// <summary>The answer of <c>POST /api/v1/captures/mail</c>. The text and the ranges exist only in this answer (P38).</summary>
/// <param name="DraftId">The draft that contacts keeps until it is saved or discarded.</param>
/// <param name="Subject">The mail's subject, for the page that shows the capture; null for pasted text.</param>
/// <param name="SentAt">The mail's Date header; null for pasted text.</param>
/// <param name="Text">The From line and the decoded body that the ranges point into.</param>
/// <param name="Signature">The signature block within <paramref name="Text"/>, when one was found.</param>
/// <param name="Fields">What was recognised.</param>
/// <param name="Duplicates">Contacts of the organisation that are or may be the same, the likeliest first; none for who may not read contacts.</param>
/// <param name="Language">ISO 639-1 code of the language that the mail's signature is written in; null when nothing in it says so.</param>
public sealed record CaptureResponse(
    Guid DraftId,
    string? Subject,
    DateTimeOffset? SentAt,
    string Text,
    TextRange? Signature,
    IReadOnlyList<CapturedField> Fields,
    IReadOnlyList<DuplicateCandidate> Duplicates,
    string? Language = null);

/// <summary>One recognised field with its evidence.</summary>
/// <param name="Id">The draft field's id; choices refer to it when the draft is saved.</param>
/// <param name="Kind">What it means.</param>
/// <param name="Value">In the form that is stored: phones in E.164, countries as ISO codes, everything else as it stands in the text.</param>
/// <param name="PhoneType">What a phone number is for; null for other kinds, and where nothing says so.</param>
/// <param name="Confidence">0 to 1, calibrated: of the fields said to be 0.9 sure, nine of ten are right.</param>
/// <param name="Rule">The id of the rule that read it, e.g. "phone.label"; the web app has the words for it.</param>
/// <param name="Range">Where it stands in <see cref="CaptureResponse.Text"/>; null when it was derived.</param>
/// <param name="Excerpt">The line that it was read from; null when it was derived.</param>
/// <param name="Alternatives">At most three other readings of a field that a contact has once, surest first; null when there is none.</param>
public sealed record CapturedField(
    Guid Id, FieldKind Kind, string Value, PhoneType? PhoneType, double Confidence, string Rule, TextRange? Range, string? Excerpt,
    IReadOnlyList<FieldAlternative>? Alternatives = null);

/// <summary>Another reading of a field: what the person may have meant instead.</summary>
/// <param name="Value">In the form that is stored.</param>
/// <param name="Confidence">0 to 1; below that of the field itself.</param>
/// <param name="Rule">The id of the rule that read it.</param>
/// <param name="Range">Where it stands in <see cref="CaptureResponse.Text"/>; null when it was derived.</param>
public sealed record FieldAlternative(string Value, double Confidence, string Rule, TextRange? Range);
