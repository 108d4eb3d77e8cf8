namespace Signet.Contracts;

/// <summary>A list of an organisation.</summary>
public sealed record ListResponse(Guid Id, string Name, int ContactCount);

/// <summary><c>GET /api/v1/lists</c>.</summary>
public sealed record ListsResponse(IReadOnlyList<ListResponse> Items);

/// <summary><c>POST /api/v1/lists</c>.</summary>
public sealed record CreateListRequest(string Name);

/// <summary>
/// <c>POST /api/v1/contacts</c>: saves a draft into a list. A field with <see cref="FieldChoice.DraftFieldId"/> and an unchanged
/// value keeps the draft's source; any other is a person's ("hand"). Draft fields that are not named are dropped.
/// </summary>
/// <param name="DraftId">The draft; null for a contact typed by hand.</param>
public sealed record SaveContactRequest(Guid? DraftId, Guid ListId, IReadOnlyList<FieldChoice> Fields);

/// <summary>A field as the person wants it saved.</summary>
public sealed record FieldChoice(FieldKind Kind, string Value, PhoneType? PhoneType = null, Guid? DraftFieldId = null);

/// <summary><c>PUT /api/v1/contacts/{id}</c> with <c>If-Match</c>: the whole contact. Fields with an id and an unchanged value keep their source.</summary>
public sealed record UpdateContactRequest(Guid ListId, IReadOnlyList<UpdateContactField> Fields);

/// <summary>A field of an update; <paramref name="Id"/> null means a new one.</summary>
public sealed record UpdateContactField(Guid? Id, FieldKind Kind, string Value, PhoneType? PhoneType = null);

/// <summary>A whole contact. Its ETag is the quoted version.</summary>
public sealed record ContactResponse(
    Guid Id, Guid ListId, string ListName, int Version, string DisplayName, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt,
    IReadOnlyList<ContactFieldResponse> Fields);

/// <summary>A stored field with its source (P06).</summary>
public sealed record ContactFieldResponse(Guid Id, FieldKind Kind, string Value, PhoneType? PhoneType, FieldSource Source);

/// <summary><c>POST /api/v1/contacts/search</c>: a POST, because terms are contact data and belong in no URL.</summary>
/// <param name="Query">Typo-tolerant; null or empty lists all.</param>
/// <param name="ListId">Only this list; null searches all.</param>
/// <param name="Cursor">The <see cref="SearchContactsResponse.NextCursor"/> of the page before.</param>
/// <param name="Limit">1 to 200.</param>
public sealed record SearchContactsRequest(string? Query, Guid? ListId = null, string? Cursor = null, int Limit = 50);

/// <summary>One page. <paramref name="Total"/> counts all matches, up to 10,000.</summary>
public sealed record SearchContactsResponse(IReadOnlyList<ContactSummary> Items, int Total, string? NextCursor);

/// <summary>A row of the contact table.</summary>
public sealed record ContactSummary(
    Guid Id, Guid ListId, string ListName, int Version, string DisplayName, string? JobTitle, string? Company, string? Email, string? Phone, string? City,
    SourceKind Source, DateTimeOffset UpdatedAt);
