namespace Signet.Contracts;

/// <summary>What mail-worker sends to contacts (<c>POST /internal/drafts</c>): values and evidence, never the source's text.</summary>
/// <param name="Source">What the draft was captured from.</param>
public sealed record CreateDraftRequest(SourceKind Source, IReadOnlyList<CreateDraftField> Fields);

/// <summary>A field of a draft to be; ids are given by contacts, in the same order.</summary>
public sealed record CreateDraftField(FieldKind Kind, string Value, PhoneType? PhoneType, double Confidence, string Rule);

/// <summary>The draft's id, its field ids in request order, and the contacts that may be the same.</summary>
public sealed record CreateDraftResponse(Guid DraftId, IReadOnlyList<Guid> FieldIds, IReadOnlyList<DuplicateCandidate> Duplicates);

/// <summary><c>GET /api/v1/drafts/{id}</c>.</summary>
public sealed record DraftResponse(Guid Id, SourceKind Source, DateTimeOffset CreatedAt, IReadOnlyList<DraftFieldResponse> Fields, IReadOnlyList<DuplicateCandidate> Duplicates);

/// <summary>A field of a stored draft: its value and what is known of it, without any text of the source.</summary>
public sealed record DraftFieldResponse(Guid Id, FieldKind Kind, string Value, PhoneType? PhoneType, double Confidence, string Rule);
