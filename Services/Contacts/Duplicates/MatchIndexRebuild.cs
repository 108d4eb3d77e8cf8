using Microsoft.EntityFrameworkCore;
using Signet.Contacts.Data;
using Signet.Matching.Blocking;

namespace Signet.Contacts.Duplicates;

/// <summary>
/// Brings all match keys to the version of the normalisation that this program has, while the organisation works on. First, before replicas of the new version start,
/// each contact gets the keys that it lacks beside its old ones: the replicas that still serve find everything by the old keys, the new ones by the new. Once
/// the new ones are whole and serve, what the version does not know is removed.
/// </summary>
public static class MatchIndexRebuild
{
    // One transaction's worth: contacts of it can be read but not changed meanwhile.
    private const int Batch = 200;

    /// <summary>The first pass over all organisations: part of the migration.</summary>
    public static async Task AddMissingAsync(IServiceProvider services, CancellationToken cancel)
    {
        foreach (var organization in await Organizations.AllAsync(services, cancel))
            await Organizations.RunAsync(services, organization, (db, cancel) => AddMissingAsync(db, BlockingKeys.Version, cancel), cancel);
    }

    /// <summary>The next part of the first pass, in a transaction of its own.</summary>
    /// <returns>False when there is nothing left to do.</returns>
    public static Task<bool> AddMissingAsync(ContactsDb db, int version, CancellationToken cancel) =>
        PassAsync(db, version, index => index.Version >= version, (_, contacts, keys) => db.Queries.AddKeysAsync(contacts, keys, cancel), index => index.IsWhole(version), cancel);

    /// <summary>The next part of the second pass, which does nothing before the first has ended, nor when another version is the current one.</summary>
    /// <returns>False when there is nothing left to do.</returns>
    public static Task<bool> RemoveOldAsync(ContactsDb db, int version, CancellationToken cancel) =>
        PassAsync(
            db, version, index => index.Version != version || index.OldestVersion >= version,
            async (all, contacts, keys) =>
            {
                // Replicas of the old version may have saved some of them after the first pass.
                await db.Queries.RemoveKeysExceptAsync(all, contacts, keys, cancel);
                await db.Queries.AddKeysAsync(contacts, keys, cancel);
            },
            index => index.IsClean(version), cancel);

    private static async Task<bool> PassAsync(
        ContactsDb db, int version, Func<MatchIndex, bool> isDone, Func<Guid[], Guid[], long[], Task> step, Action<MatchIndex> end, CancellationToken cancel)
    {
        var index = await db.ReadMatchIndexAsync(cancel);
        if (isDone(index)) return false;
        var after = index.PassOf(version) ?? Guid.Empty;
        // Locked before they are read, so that nobody's change falls between reading and writing the keys.
        var ids = await db.Queries.LockContactsAsync(after, Batch, cancel);
        var rows = (await db.Queries.RecordsAsync([.. ids], cancel)).SelectMany(record => MatchKeys.Of(record.ToValues()), (record, key) => (record.Id, Key: key)).ToArray();
        await step([.. ids], [.. rows.Select(row => row.Id)], [.. rows.Select(row => row.Key)]);
        if (ids.Count < Batch) end(index);
        else index.Pass(version, ids[^1]);
        await db.SaveChangesAsync(cancel);
        return ids.Count == Batch;
    }

    /// <summary>The organisation's row, made when it has none, and locked until the transaction ends: two passes must not mix.</summary>
    internal static async Task<MatchIndex> ReadMatchIndexAsync(this ContactsDb db, CancellationToken cancel)
    {
        await db.Queries.EnsureMatchIndexAsync(cancel);
        return await db.MatchIndexes.SingleAsync(cancel);
    }
}
