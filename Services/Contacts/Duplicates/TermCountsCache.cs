using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Signet.Contacts.Data;
using Signet.Matching.Records;
using Signet.ServiceDefaults;

namespace Signet.Contacts.Duplicates;

/// <summary>Each organisation's table of common values, as <see cref="MatchIndexJob"/> counted it last, kept for some minutes.</summary>
public sealed class TermCountsCache(TimeProvider clock) : IDisposable
{
    private const long MostBytes = 256 << 20;
    private const int Overhead = 64;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostBytes, Clock = new CacheClock(clock) });

    /// <summary>Null as long as the organisation has too few contacts to count.</summary>
    public async Task<TermCounts?> OfAsync(ContactsDb db, Tenant tenant, CancellationToken cancel)
    {
        if (_kept.TryGetValue(tenant.OrganizationId, out TermCounts? known)) return known;
        var stored = await db.MatchIndexes.Select(index => index.TermCounts).SingleOrDefaultAsync(cancel);
        var counts = stored is null ? null : TermCounts.Parse(stored);
        return _kept.Set(tenant.OrganizationId, counts, new MemoryCacheEntryOptions { Size = Overhead + (stored?.Length ?? 0), AbsoluteExpirationRelativeToNow = Lifetime });
    }

    public void Dispose() => _kept.Dispose();

    private sealed class CacheClock(TimeProvider clock) : Microsoft.Extensions.Internal.ISystemClock
    {
        public DateTimeOffset UtcNow => clock.GetUtcNow();
    }
}
