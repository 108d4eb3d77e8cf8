using Microsoft.EntityFrameworkCore;
using Signet.Contacts.Data;
using Signet.Contracts;

namespace Signet.Contacts.Contacts;

/// <summary>Contacts as the API shows them.</summary>
public static class ContactReads
{
    /// <summary>The whole contact; null when it does not exist for the caller.</summary>
    public static async Task<ContactResponse?> ReadAsync(this ContactsDb db, Guid id, CancellationToken cancel)
    {
        var contact = await db.Contacts.AsNoTracking().Include(contact => contact.Fields).SingleOrDefaultAsync(contact => contact.Id == id, cancel);
        if (contact is null) return null;
        var listName = await db.Lists.Where(list => list.Id == contact.ListId).Select(list => list.Name).SingleAsync(cancel);
        return contact.ToResponse(listName);
    }

    public static ContactResponse ToResponse(this Contact contact, string listName) => new(
        contact.Id, contact.ListId, listName, contact.Version, contact.DisplayName, contact.CreatedAt, contact.UpdatedAt,
        [.. contact.Fields.OrderBy(field => field.Ordinal).Select(field => new ContactFieldResponse(
            field.Id, field.Kind, field.Value, field.PhoneType, new FieldSource(field.SourceKind, field.CapturedAt, field.Rule, field.Confidence)))]);

    /// <summary>Rows of the contact table.</summary>
    public static IQueryable<ContactSummary> Summaries(this ContactsDb db, IQueryable<Contact> contacts) =>
        from contact in contacts
        join list in db.Lists on contact.ListId equals list.Id
        select new ContactSummary(
            contact.Id, contact.ListId, list.Name, contact.Version, contact.DisplayName, contact.JobTitle, contact.Company, contact.Email, contact.Phone,
            contact.City, contact.Source, contact.UpdatedAt);
}
