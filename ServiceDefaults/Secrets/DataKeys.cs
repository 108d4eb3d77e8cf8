using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Signet.ServiceDefaults;

/// <summary>
/// Organisations' working keys, derived once per process: PBKDF2 is slow on purpose. A new key is committed in a transaction of its own before
/// anything is encrypted with it, or a business transaction that rolls back would take the key of other rows with it.
/// </summary>
internal sealed class DataKeys(IServiceScopeFactory scopes, IKeyWrapper wrapper, TimeProvider clock)
{
    private const int Iterations = 210_000;
    private const int KeySize = 32;
    private const int SaltSize = 32;

    private readonly ConcurrentDictionary<(Guid Organization, int Version), EncryptThenMac> _derived = [];
    private readonly ConcurrentDictionary<Guid, int> _newest = [];

    /// <summary>The key to encrypt with.</summary>
    public async Task<(int Version, EncryptThenMac Key)> NewestAsync(Guid organization, CancellationToken ct)
    {
        if (_newest.TryGetValue(organization, out var version) && _derived.TryGetValue((organization, version), out var known)) return (version, known);
        var row = await InOwnTransactionAsync(organization, (db, cancel) => FindOrCreateAsync(db, organization, cancel), ct);
        var key = await DeriveAsync(row, ct);
        _newest[organization] = row.Version;
        return (row.Version, key);
    }

    /// <summary>The key that a value names; null when there is none.</summary>
    public async Task<EncryptThenMac?> FindAsync(Guid organization, int version, CancellationToken ct)
    {
        if (_derived.TryGetValue((organization, version), out var known)) return known;
        var row = await InOwnTransactionAsync(
            organization, (db, cancel) => db.Set<DataKey>().AsNoTracking().SingleOrDefaultAsync(key => key.OrganizationId == organization && key.Version == version, cancel), ct);
        return row is null ? null : await DeriveAsync(row, ct);
    }

    private async Task<DataKey> FindOrCreateAsync(DbContext db, Guid organization, CancellationToken ct)
    {
        var keys = db.Set<DataKey>().AsNoTracking().Where(key => key.OrganizationId == organization).OrderByDescending(key => key.Version);
        if (await keys.FirstOrDefaultAsync(ct) is { } existing) return existing;
        var wrapped = await wrapper.WrapAsync(ContextOf(organization, 1), RandomNumberGenerator.GetBytes(KeySize), ct);
        var salt = RandomNumberGenerator.GetBytes(SaltSize);
        var now = clock.GetUtcNow();
        // Two replicas may come here at once; both take the row that is there afterwards.
        await db.Database.ExecuteSqlAsync(
            $"insert into data_key (organization_id, version, wrapped, salt, created_at) values ({organization}, 1, {wrapped}, {salt}, {now}) on conflict do nothing", ct);
        return await keys.FirstAsync(ct);
    }

    private async Task<EncryptThenMac> DeriveAsync(DataKey row, CancellationToken ct)
    {
        var key = await wrapper.UnwrapAsync(ContextOf(row.OrganizationId, row.Version), row.Wrapped, ct);
        var working = Rfc2898DeriveBytes.Pbkdf2(key, row.Salt, Iterations, HashAlgorithmName.SHA512, 2 * KeySize);
        return _derived.GetOrAdd((row.OrganizationId, row.Version), new EncryptThenMac(working));
    }

    private async Task<T> InOwnTransactionAsync<T>(Guid organization, Func<DbContext, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Become(organization);
        var db = scope.ServiceProvider.GetRequiredService<BusinessDatabase>().Context;
        return await db.TransactAsync(cancel => work(db, cancel), ct);
    }

    private static string ContextOf(Guid organization, int version) => $"data-key/{organization}/{version}";
}
