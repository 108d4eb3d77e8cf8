using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using Signet.Identity.Data;
using Signet.ServiceDefaults;

namespace Signet.Identity.Keys;

/// <summary>Keys at rest: reads and unwraps them, makes the first one of each purpose and each successor in time.</summary>
public sealed class KeyStore(DirectoryDb db, IKeyWrapper wrapper, TimeProvider clock)
{
    /// <summary>How far the clocks of two replicas may be apart.</summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(1);

    /// <summary>Every key that is still accepted, after making those that are due. Replicas take turns by a lock of the database.</summary>
    public Task<IReadOnlyList<KeyMaterial>> LoadAsync(CancellationToken cancellationToken) => db.Database.CreateExecutionStrategy().ExecuteAsync(async ct =>
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.TakeTurnAsync(Turn.Keys, ct);

        var now = clock.GetUtcNow();
        var records = await db.Keys.Where(key => key.ExpiresAt > now).ToListAsync(ct);
        foreach (var purpose in Enum.GetValues<KeyPurpose>())
        {
            if (await DueAsync(purpose, records, now, ct) is { } due)
            {
                db.Keys.Add(due);
                records.Add(due);
            }
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        var keys = new List<KeyMaterial>(records.Count);
        foreach (var record in records)
            keys.Add(KeyMaterial.From(record, await wrapper.UnwrapAsync(ContextOf(record.Purpose, record.Id), record.WrappedSecret, ct)));
        return (IReadOnlyList<KeyMaterial>)keys;
    }, cancellationToken);

    private async Task<KeyRecord?> DueAsync(KeyPurpose purpose, List<KeyRecord> records, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var schedule = KeySchedule.Of(purpose);
        var newest = records.Where(key => key.Purpose == purpose).MaxBy(key => key.RetiresAt);
        if (newest is not null && newest.RetiresAt > now + schedule.Notice)
            return null;

        // The first key, or the first after a long silence, works at once, also for a replica whose clock is behind; nobody holds an older list of keys.
        var activatesAt = newest is null || newest.RetiresAt < now ? now - ClockDifference : newest.RetiresAt;
        var (secret, point) = KeyMaterial.Create(purpose);
        var id = Base64UrlEncoder.Encode(Guid.CreateVersion7(now).ToByteArray(bigEndian: true));
        return new KeyRecord
        {
            Id = id,
            Purpose = purpose,
            CreatedAt = now,
            ActivatesAt = activatesAt,
            RetiresAt = activatesAt + schedule.Active,
            ExpiresAt = activatesAt + schedule.Active + schedule.Accepted,
            PublicPoint = point,
            WrappedSecret = await wrapper.WrapAsync(ContextOf(purpose, id), secret, cancellationToken),
        };
    }

    // Bound to purpose and id, so that a wrapped key moved to another row does not open.
    private static string ContextOf(KeyPurpose purpose, string id) => $"identity/key/{purpose}/{id}";
}
