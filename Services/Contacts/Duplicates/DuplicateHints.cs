using Microsoft.EntityFrameworkCore;
using Signet.Contacts.Contacts;
using Signet.Contacts.Data;
using Signet.Contracts;

namespace Signet.Contacts.Duplicates;

/// <summary>Finds the live contacts of the caller's organisation that share an exact key with a record.</summary>
public static class DuplicateHints
{
    /// <summary>A key that more contacts than this share tells nothing of any of them and is passed over.</summary>
    public const int MostPerKey = 20;

    private const int MostHints = 10;

    public static async Task<IReadOnlyList<DuplicateHint>> FindAsync(ContactsDb db, IReadOnlyCollection<FieldValue> fields, CancellationToken cancel)
    {
        var keys = MatchKeys.Of(fields);
        if (keys.Count == 0) return [];

        var sharers = await db.Queries.SharersAsync([.. keys.Keys], MostPerKey + 1, cancel);
        var found = sharers
            .GroupBy(sharer => sharer.Key)
            .Where(key => key.Count() <= MostPerKey)
            .SelectMany(key => key)
            .GroupBy(sharer => sharer.ContactId, sharer => keys[sharer.Key])
            .Select(contact => (Id: contact.Key, Kinds: contact.Distinct().Order(StringComparer.Ordinal).ToArray()))
            .OrderByDescending(contact => contact.Kinds.Length).ThenBy(contact => contact.Id)
            .Take(MostHints)
            .ToArray();
        if (found.Length == 0) return [];

        var ids = found.Select(contact => contact.Id).ToArray();
        var known = await (
            from contact in db.Contacts
            join list in db.Lists on contact.ListId equals list.Id
            where ids.Contains(contact.Id)
            select new { contact.Id, contact.DisplayName, contact.Company, contact.ListId, list.Name })
            .ToDictionaryAsync(contact => contact.Id, cancel);
        return
        [
            .. from contact in found
               where known.ContainsKey(contact.Id)
               let row = known[contact.Id]
               select new DuplicateHint(row.Id, row.DisplayName, row.Company, row.ListId, row.Name, contact.Kinds),
        ];
    }
}
