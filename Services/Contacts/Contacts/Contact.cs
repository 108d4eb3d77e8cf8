using Signet.Contacts.Data;
using Signet.Contracts;

namespace Signet.Contacts.Contacts;

/// <summary>
/// A contact in a list of an organisation. Its fields are the truth; the columns beside them are what tables, sorting and search read,
/// and are written with them.
/// </summary>
public sealed class Contact
{
    private readonly List<ContactField> _fields = [];

    private Contact()
    {
    }

    public Contact(Guid organizationId, Guid id, Guid listId, SourceKind source, Guid userId, DateTimeOffset now)
    {
        (OrganizationId, Id, ListId, Source) = (organizationId, id, listId, source);
        (CreatedBy, CreatedAt, UpdatedBy, UpdatedAt) = (userId, now, userId, now);
        Version = 1;
    }

    public Guid OrganizationId { get; private set; }
    public Guid Id { get; private set; }
    public Guid ListId { get; private set; }

    /// <summary>Counts changes. A column of its own, since Postgres' xmin does not survive a restore.</summary>
    public int Version { get; private set; }

    public SourceKind Source { get; private set; }
    public string DisplayName { get; private set; } = string.Empty;
    public string SortKey { get; private set; } = string.Empty;
    public string SearchText { get; private set; } = string.Empty;
    public string? JobTitle { get; private set; }
    public string? Company { get; private set; }
    public string? Email { get; private set; }
    public string? Phone { get; private set; }
    public string? City { get; private set; }
    public Guid CreatedBy { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public Guid UpdatedBy { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Set when deleted: gone for every reader, kept 30 days for support to recover.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }

    public IReadOnlyList<ContactField> Fields => _fields;

    /// <summary>The fields of a new contact, in the person's order.</summary>
    public void Fill(IEnumerable<(FieldValue Value, FieldSource Source)> fields, TimeProvider clock)
    {
        foreach (var (value, source) in fields)
            _fields.Add(new ContactField(OrganizationId, Id, Guid.CreateVersion7(clock.GetStoredNow()), _fields.Count, value, source));
        Describe();
    }

    /// <summary>The whole contact as a person wants it now. A field that keeps its id and its value keeps its source; others are the person's.</summary>
    public void Revise(Guid listId, IReadOnlyList<(Guid? Id, FieldValue Value)> fields, Guid userId, TimeProvider clock)
    {
        var now = clock.GetStoredNow();
        var byHand = new FieldSource(SourceKind.Hand, now, null, 1);
        var before = _fields.ToDictionary(field => field.Id);
        var kept = fields.Where(field => field.Id is not null).Select(field => field.Id!.Value).ToHashSet();
        _fields.RemoveAll(field => !kept.Contains(field.Id));
        for (var ordinal = 0; ordinal < fields.Count; ordinal++)
        {
            var (id, value) = fields[ordinal];
            if (id is not null) before[id.Value].Revise(ordinal, value, byHand);
            else _fields.Add(new ContactField(OrganizationId, Id, Guid.CreateVersion7(now), ordinal, value, byHand));
        }
        (ListId, UpdatedBy, UpdatedAt, Version) = (listId, userId, now, Version + 1);
        Describe();
    }

    /// <summary>The values alone, in order.</summary>
    public IReadOnlyCollection<FieldValue> ToValues() => [.. _fields.OrderBy(field => field.Ordinal).Select(field => field.AsValue())];

    private void Describe()
    {
        var values = ToValues();
        DisplayName = DisplayNames.Of(values);
        SortKey = DisplayNames.SortKey(values);
        SearchText = Search.SearchText.Of(values);
        JobTitle = DisplayNames.First(values, FieldKind.JobTitle);
        Company = DisplayNames.First(values, FieldKind.Company);
        Email = DisplayNames.First(values, FieldKind.Email);
        Phone = (values.FirstOrDefault(field => field is { Kind: FieldKind.Phone, PhoneType: not PhoneType.Fax })
            ?? values.FirstOrDefault(field => field.Kind is FieldKind.Phone))?.Value;
        City = DisplayNames.First(values, FieldKind.City);
    }
}
