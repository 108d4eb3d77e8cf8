using Microsoft.EntityFrameworkCore;
using Signet.Contacts.Lists;
using Signet.ServiceDefaults;

namespace Signet.Contacts.Data;

/// <summary>A contact that has a key.</summary>
public sealed record KeySharer(long Key, Guid ContactId);

/// <summary>How many contacts have a gram, counted up to a bound.</summary>
public sealed record GramCount(int Gram, int Count);

/// <summary>What the score of a contact is computed from.</summary>
public sealed record Candidate(Guid Id, string SearchText, string SortKey);

/// <summary>
/// The service's only SQL of its own: look-ups that are bounded per key or gram, and writes of many rows at once. All values are parameters,
/// all conditions plain equality, so that the indexes serve them under row-level security.
/// </summary>
public sealed class ContactQueries(ContactsDb db, Tenant tenant)
{
    /// <summary>Contacts by exact key, at most <paramref name="most"/> a key.</summary>
    public Task<List<KeySharer>> SharersAsync(long[] keys, int most, CancellationToken cancel) =>
        db.Database.SqlQuery<KeySharer>(
            $"""
            select wanted.key, sharer.contact_id
            from unnest({keys}) as wanted (key)
            cross join lateral (
                select contact_id from match_key where organization_id = {tenant.OrganizationId} and key = wanted.key limit {most}) as sharer
            """).ToListAsync(cancel);

    /// <summary>How common each gram is, counted up to <paramref name="most"/>.</summary>
    public Task<List<GramCount>> CountGramsAsync(int[] grams, int most, CancellationToken cancel) =>
        db.Database.SqlQuery<GramCount>(
            $"""
            select wanted.gram, (
                select count(*)::int from (
                    select from search_gram where organization_id = {tenant.OrganizationId} and gram = wanted.gram limit {most}) as seen) as count
            from unnest({grams}) as wanted (gram)
            """).ToListAsync(cancel);

    /// <summary>Contacts with at least <paramref name="needed"/> of the grams; of a gram, the newest <paramref name="most"/> are read.</summary>
    public Task<List<Candidate>> SimilarAsync(int[] grams, int needed, int most, Guid? listId, CancellationToken cancel) =>
        // The limit of one keeps the planner from reading all contacts where it takes the hits for many.
        db.Database.SqlQuery<Candidate>(
            $"""
            select found.id, found.search_text, found.sort_key
            from (
                select posting.contact_id
                from unnest({grams}) as wanted (gram)
                cross join lateral (
                    select contact_id from search_gram where organization_id = {tenant.OrganizationId} and gram = wanted.gram
                    order by contact_id desc limit {most}) as posting
                group by posting.contact_id having count(*) >= {needed}) as hit
            cross join lateral (
                select id, search_text, sort_key from contact
                where organization_id = {tenant.OrganizationId} and id = hit.contact_id and deleted_at is null and ({listId}::uuid is null or list_id = {listId})
                limit 1) as found
            """).ToListAsync(cancel);

    /// <summary>
    /// The newest <paramref name="most"/> contacts that have the gram and all the others; of those that have it, the newest
    /// <paramref name="looked"/> are looked at.
    /// </summary>
    public Task<List<Candidate>> NewestAsync(int gram, int[] others, Guid? listId, int looked, int most, CancellationToken cancel) =>
        db.Database.SqlQuery<Candidate>(
            $"""
            select found.id, found.search_text, found.sort_key
            from (
                select contact_id from search_gram where organization_id = {tenant.OrganizationId} and gram = {gram}
                order by contact_id desc limit {looked}) as newest
            cross join lateral (
                select id, search_text, sort_key from contact
                where organization_id = {tenant.OrganizationId} and id = newest.contact_id and deleted_at is null and ({listId}::uuid is null or list_id = {listId})
                limit 1) as found
            where not exists (
                select from unnest({others}) as other (gram)
                where not exists (
                    select from search_gram as also
                    where also.organization_id = {tenant.OrganizationId} and also.gram = other.gram and also.contact_id = newest.contact_id))
            limit {most}
            """).ToListAsync(cancel);

    public Task AddKeysAsync(Guid contactId, long[] keys, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"insert into match_key (organization_id, key, contact_id) select {tenant.OrganizationId}, key, {contactId} from unnest({keys}) as keys (key)", cancel);

    public Task RemoveKeysAsync(Guid contactId, CancellationToken cancel) =>
        db.MatchKeys.Where(key => key.ContactId == contactId).ExecuteDeleteAsync(cancel);

    public Task AddGramsAsync(Guid contactId, int[] grams, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"insert into search_gram (organization_id, gram, contact_id) select {tenant.OrganizationId}, gram, {contactId} from unnest({grams}) as grams (gram)", cancel);

    public Task RemoveGramsAsync(Guid contactId, int[] grams, CancellationToken cancel) =>
        db.SearchGrams.Where(gram => grams.Contains(gram.Gram) && gram.ContactId == contactId).ExecuteDeleteAsync(cancel);

    /// <summary>False when there is a list of that name.</summary>
    public async Task<bool> TryAddListAsync(ContactList list, CancellationToken cancel) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into contact_list (organization_id, id, name, name_key, created_at)
            values ({list.OrganizationId}, {list.Id}, {list.Name}, {list.NameKey}, {list.CreatedAt})
            on conflict (organization_id, name_key) do nothing
            """, cancel) == 1;

    /// <summary>Lets recurring work find the organisation: row-level security shows nobody which ones there are.</summary>
    public Task RememberOrganizationAsync(CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"insert into known_organization (organization_id) values ({tenant.OrganizationId}) on conflict do nothing", cancel);

    /// <summary>Whether this transaction is the one that does the named work for the organisation now.</summary>
    public async Task<bool> TryLockAsync(string work, CancellationToken cancel)
    {
        var name = $"{work}/{tenant.OrganizationId}";
        return await db.Database.SqlQuery<bool>($"select pg_try_advisory_xact_lock(hashtextextended({name}, 0)) as \"Value\"").SingleAsync(cancel);
    }
}
