using Signet.Contacts.Contacts;
using Signet.Contracts;

namespace Signet.Contacts.Drafts;

/// <summary>
/// What was captured and is not decided yet: values with their evidence, no text of the source (P38). It belongs to the person who captured
/// it and lives until it is saved or discarded, or <see cref="Lifetime"/> has passed.
/// </summary>
public sealed class Draft
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private readonly List<DraftField> _fields = [];

    private Draft()
    {
    }

    public Draft(Guid organizationId, Guid id, Guid userId, SourceKind source, DateTimeOffset now)
    {
        (OrganizationId, Id, UserId, Source, CreatedAt) = (organizationId, id, userId, source, now);
    }

    public Guid OrganizationId { get; private set; }
    public Guid Id { get; private set; }
    public Guid UserId { get; private set; }
    public SourceKind Source { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public IReadOnlyList<DraftField> Fields => _fields;

    public DraftField Add(Guid id, FieldValue value, double confidence, string rule)
    {
        var field = new DraftField(OrganizationId, Id, id, _fields.Count, value, confidence, rule);
        _fields.Add(field);
        return field;
    }

    /// <summary>The values alone, in order.</summary>
    public IReadOnlyCollection<FieldValue> ToValues() => [.. _fields.OrderBy(field => field.Ordinal).Select(field => field.AsValue())];
}
