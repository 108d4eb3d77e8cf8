using Signet.Contracts;

namespace Signet.Extraction;

/// <summary>What was recognised in one mail or text.</summary>
/// <param name="Text">The From line and the decoded body; every range points into it.</param>
/// <param name="Signature">The signature block, when there is one.</param>
/// <param name="Fields">The fields, best reading first within a kind. Empty when nothing belongs to the sender.</param>
/// <param name="Language">ISO 639-1 code of the language that the signature is written in; null when nothing says so.</param>
public sealed record ContactDraft(string Text, TextRange? Signature, IReadOnlyList<DraftField> Fields, string? Language = null);

/// <summary>One recognised value with its evidence.</summary>
/// <param name="Confidence">0 to 1: of the fields said to be 0.9 sure, nine of ten should be right.</param>
/// <param name="Rule">The id of the rule that read it, e.g. "phone.label".</param>
/// <param name="Range">Where it stands in <see cref="ContactDraft.Text"/>; null when it was derived.</param>
public sealed record DraftField(FieldKind Kind, string Value, PhoneType? PhoneType, double Confidence, string Rule, TextRange? Range)
{
    /// <summary>Readings that lost, surest first, at most <see cref="Limits.Alternatives"/>; only of kinds that a contact has once.</summary>
    public IReadOnlyList<DraftAlternative> Alternatives { get; init; } = [];
}

/// <summary>Another reading of a field.</summary>
public sealed record DraftAlternative(string Value, double Confidence, string Rule, TextRange? Range);
