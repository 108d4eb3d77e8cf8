using Signet.Contacts.Data;
using Signet.Contacts.Duplicates;
using Signet.Contacts.Search;

namespace Signet.Contacts.Contacts;

/// <summary>
/// Keeps match keys and search grams in the transaction of the contact that they are derived from. The contact's row is written, and so
/// locked, before them.
/// </summary>
public static class ContactIndex
{
    public static async Task AddAsync(ContactsDb db, Contact contact, CancellationToken cancel)
    {
        await db.Queries.AddKeysAsync(contact.Id, MatchKeys.Of(contact.ToValues()), cancel);
        await db.Queries.AddGramsAsync(contact.Id, Grams.Of(contact.SearchText), cancel);
    }

    /// <param name="searchText">What was stored before: its grams are the ones in the index.</param>
    public static async Task ReplaceAsync(ContactsDb db, Contact contact, string searchText, CancellationToken cancel)
    {
        await db.Queries.RemoveKeysAsync(contact.Id, cancel);
        await db.Queries.AddKeysAsync(contact.Id, MatchKeys.Of(contact.ToValues()), cancel);
        var (before, after) = (Grams.Of(searchText), Grams.Of(contact.SearchText));
        await db.Queries.RemoveGramsAsync(contact.Id, [.. before.Except(after)], cancel);
        await db.Queries.AddGramsAsync(contact.Id, [.. after.Except(before)], cancel);
    }

    public static async Task RemoveAsync(ContactsDb db, Guid contactId, string searchText, CancellationToken cancel)
    {
        await db.Queries.RemoveKeysAsync(contactId, cancel);
        await db.Queries.RemoveGramsAsync(contactId, Grams.Of(searchText), cancel);
    }
}
