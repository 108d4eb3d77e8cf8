using Npgsql;
using NpgsqlTypes;
using Signet.Contacts.Contacts;
using Signet.Contacts.Duplicates;
using Signet.Contacts.Search;
using Signet.Contracts;

namespace Signet.Benchmarks.Contacts;

/// <summary>Many contacts at once, written by COPY past the service, with the rows that the service would have derived from them.</summary>
/// <param name="connection">As superuser: COPY into tables with row-level security is refused to others.</param>
public sealed class ContactCopy(NpgsqlConnection connection, Guid organizationId, Guid listId)
{
    /// <summary>When all of them were written.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);

    private readonly Guid _user = Guid.CreateVersion7(Now);

    /// <param name="search">False leaves out what only the search reads.</param>
    public async Task WriteAsync(IReadOnlyCollection<Contact> contacts, bool search = true)
    {
        await CopyAsync("contact (organization_id, id, list_id, version, source, display_name, sort_key, search_text, job_title, company, email, phone, city, created_by, created_at, updated_by, updated_at)",
            contacts, contact => [organizationId, contact.Id, listId, 1, "Import", contact.DisplayName, contact.SortKey, contact.SearchText, contact.JobTitle, contact.Company, contact.Email, contact.Phone, contact.City, _user, Now, _user, Now]);
        await CopyAsync("contact_field (organization_id, contact_id, id, ordinal, kind, value, phone_type, source_kind, captured_at, confidence)",
            contacts.SelectMany(contact => contact.Fields), field => [organizationId, field.ContactId, field.Id, field.Ordinal, field.Kind.ToString(), field.Value, field.PhoneType?.ToString(), "Import", Now, 1d]);
        await CopyAsync("match_key (organization_id, key, contact_id)",
            contacts.SelectMany(contact => MatchKeys.Of(contact.ToValues()).Select(key => (key, contact.Id))), row => [organizationId, row.key, row.Id]);
        if (!search) return;
        await CopyAsync("search_gram (organization_id, gram, contact_id)",
            contacts.SelectMany(contact => Grams.Of(contact.SearchText).Select(gram => (gram, contact.Id))), row => [organizationId, row.gram, row.Id]);
    }

    /// <summary>A contact as an import makes it; the clock gives the ids of its fields.</summary>
    public Contact Contact(Guid id, IEnumerable<FieldValue> values, TimeProvider clock)
    {
        var contact = new Contact(organizationId, id, listId, SourceKind.Import, _user, Now);
        contact.Fill(values.Select(value => (value, new FieldSource(SourceKind.Import, Now, null, 1))), clock);
        return contact;
    }

    private async Task CopyAsync<T>(string target, IEnumerable<T> rows, Func<T, object?[]> cells)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"copy {target} from stdin (format binary)");
        foreach (var row in rows)
        {
            await copy.StartRowAsync();
            foreach (var cell in cells(row))
            {
                if (cell is null) await copy.WriteNullAsync();
                else await copy.WriteAsync(cell is DateTimeOffset time ? time.UtcDateTime : cell, TypeOf(cell));
            }
        }
        await copy.CompleteAsync();
    }

    private static NpgsqlDbType TypeOf(object cell) => cell switch
    {
        Guid => NpgsqlDbType.Uuid,
        int => NpgsqlDbType.Integer,
        long => NpgsqlDbType.Bigint,
        double => NpgsqlDbType.Double,
        DateTimeOffset => NpgsqlDbType.TimestampTz,
        _ => NpgsqlDbType.Text,
    };
}
