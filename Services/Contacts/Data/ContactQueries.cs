using Microsoft.EntityFrameworkCore;
using Signet.Contacts.Contacts;
using Signet.Contacts.Lists;
using Signet.ServiceDefaults;

namespace Signet.Contacts.Data;

/// <summary>A contact's values. The arrays are its fields, in one order.</summary>
public record StoredRecord(Guid Id, string[] Kinds, string[] FieldValues, string[] PhoneTypes)
{
    public IReadOnlyList<FieldValue> ToValues() => [.. Kinds.Select((kind, index) => FieldValue.OfStored(kind, FieldValues[index], PhoneTypes[index]))];
}

/// <summary>A contact that shares keys with a record, as it is compared and shown.</summary>
/// <param name="SharedKeys">Those of the record's keys that any contact has; the same in every row.</param>
/// <param name="SharedCounts">How many contacts have each of them, up to its bound and one.</param>
public sealed record LikelyRecord(
    Guid Id, string DisplayName, string? JobTitle, string? Company, Guid ListId, string ListName, string[] Kinds, string[] FieldValues, string[] PhoneTypes,
    long[] SharedKeys, int[] SharedCounts) : StoredRecord(Id, Kinds, FieldValues, PhoneTypes);

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
    /// <summary>
    /// The live contacts that share the most and the rarest of the keys, with all that is needed to compare and to show them: one statement, since a journey to the
    /// database costs more than what it does there. Of each key one more than <paramref name="most"/> of it is read, which shows that it is too common to say anything.
    /// A contact's weight is what its keys say together; one that has less than a quarter of the best weight never turned out to be the record.
    /// </summary>
    public Task<List<LikelyRecord>> LikelyAsync(long[] keys, int[] most, Guid? except, int compared, CancellationToken cancel) =>
        // The limits of one keep the planner from reading all contacts where it takes the hits for many.
        db.Database.SqlQuery<LikelyRecord>(
            $"""
            with posting as materialized (
                select wanted.key, wanted.most, sharer.contact_id, count(*) over (partition by wanted.key) as sharers
                from unnest({keys}, {most}) as wanted (key, most)
                cross join lateral (
                    select contact_id from match_key where organization_id = {tenant.OrganizationId} and key = wanted.key limit wanted.most + 1) as sharer),
            weighed as materialized (
                select contact_id, sum(1 + ln(most::float8 / sharers) / ln(2::float8)) as weight from posting
                where sharers <= most and contact_id is distinct from {except}
                group by contact_id order by weight desc, contact_id limit {compared}),
            counted as materialized (
                select array_agg(key) as keys, array_agg(sharers) as counts from (select distinct key, sharers::int from posting) as shared)
            select found.*, counted.keys as shared_keys, counted.counts as shared_counts
            from weighed
            cross join lateral (
                select contact.id, contact.display_name, contact.job_title, contact.company, contact.list_id, list.name as list_name, field.kinds, field.field_values, field.phone_types
                from contact
                cross join lateral (select name from contact_list where organization_id = {tenant.OrganizationId} and id = contact.list_id limit 1) as list
                cross join lateral (
                    select array_agg(kind) as kinds, array_agg(value) as field_values, array_agg(coalesce(phone_type, '')) as phone_types
                    from contact_field where organization_id = {tenant.OrganizationId} and contact_id = contact.id having count(*) > 0) as field
                where contact.organization_id = {tenant.OrganizationId} and contact.id = weighed.contact_id and contact.deleted_at is null
                limit 1) as found
            cross join counted
            where weighed.weight * 4 >= (select max(weight) from weighed)
            """).ToListAsync(cancel);

    /// <summary>The values of live contacts.</summary>
    public Task<List<StoredRecord>> RecordsAsync(Guid[] ids, CancellationToken cancel) =>
        db.Database.SqlQuery<StoredRecord>(
            $"""
            select contact.id, field.kinds, field.field_values, field.phone_types
            from contact
            cross join lateral (
                select array_agg(kind) as kinds, array_agg(value) as field_values, array_agg(coalesce(phone_type, '')) as phone_types
                from contact_field where organization_id = {tenant.OrganizationId} and contact_id = contact.id having count(*) > 0) as field
            where contact.organization_id = {tenant.OrganizationId} and contact.id = any({ids}) and contact.deleted_at is null
            """).ToListAsync(cancel);

    /// <summary>The next of the live contacts of which one of <paramref name="every"/> is chosen by chance, the same each time.</summary>
    public Task<List<Guid>> SampleAsync(int every, Guid after, int most, CancellationToken cancel) =>
        db.Database.SqlQuery<Guid>(
            $"""
            select id as "Value" from contact
            where organization_id = {tenant.OrganizationId} and id > {after} and deleted_at is null and abs(hashtext(id::text)::bigint) % {every} = 0
            order by id limit {most}
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

    /// <summary>Keys that the contact has already stay.</summary>
    public Task AddKeysAsync(Guid contactId, long[] keys, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into match_key (organization_id, key, contact_id) select {tenant.OrganizationId}, key, {contactId} from unnest({keys}) as keys (key)
            on conflict do nothing
            """, cancel);

    public Task RemoveKeysAsync(Guid contactId, CancellationToken cancel) =>
        db.MatchKeys.Where(key => key.ContactId == contactId).ExecuteDeleteAsync(cancel);

    /// <summary>Adds keys of several contacts: row by row a contact and one of its keys. Those that are there stay.</summary>
    public Task AddKeysAsync(Guid[] contacts, long[] keys, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into match_key (organization_id, key, contact_id) select {tenant.OrganizationId}, key, contact_id from unnest({keys}, {contacts}) as wanted (key, contact_id)
            on conflict do nothing
            """, cancel);

    /// <summary>Removes what all these contacts have beside the given keys.</summary>
    public Task RemoveKeysExceptAsync(Guid[] all, Guid[] contacts, long[] keys, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"""
            with wanted as materialized (select * from unnest({keys}, {contacts}) as wanted (key, contact_id))
            delete from match_key where organization_id = {tenant.OrganizationId} and contact_id = any({all})
              and (key, contact_id) not in (select key, contact_id from wanted)
            """, cancel);

    /// <summary>The next contacts by id, locked against changes until the transaction ends.</summary>
    public Task<List<Guid>> LockContactsAsync(Guid after, int most, CancellationToken cancel) =>
        db.Database.SqlQuery<Guid>(
            $"""
            select id as "Value" from contact where organization_id = {tenant.OrganizationId} and id > {after} and deleted_at is null
            order by id limit {most} for update
            """).ToListAsync(cancel);

    /// <summary>Makes the organisation's row, or locks the one that it has.</summary>
    public Task EnsureMatchIndexAsync(CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"insert into match_index (organization_id, version, oldest_version, pass_version, contacts) values ({tenant.OrganizationId}, 0, 0, 0, 0) on conflict (organization_id) do update set version = match_index.version", cancel);

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
