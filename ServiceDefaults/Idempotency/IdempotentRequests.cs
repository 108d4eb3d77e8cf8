using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Signet.ServiceDefaults;

/// <summary>Carries a request out once. Of two that come at the same time the second waits at the unique key until the first has committed.</summary>
internal sealed class IdempotentRequests(BusinessDatabase database, Tenant tenant, SecretProtector secrets, TimeProvider clock)
{
    private static readonly TimeSpan _lifetime = TimeSpan.FromHours(24);

    private readonly DbContext _db = database.Context;

    /// <returns>The answer of now or of the first time; null when the key was used for another request.</returns>
    public Task<KeptAnswer?> OnceAsync(string key, byte[] requestHash, Func<Task<KeptAnswer>> work, CancellationToken ct) =>
        _db.TransactAsync(
            async cancel =>
            {
                if (!await ClaimAsync(key, requestHash, cancel)) return await RepeatAsync(key, requestHash, cancel);
                var answer = await work();
                if (answer.IsSuccess) await KeepAsync(key, answer, cancel);
                return answer;
            },
            keep: answer => answer is { IsSuccess: true },
            ct);

    /// <returns>False when the key is taken.</returns>
    private async Task<bool> ClaimAsync(string key, byte[] requestHash, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await Entry(key).Where(entry => entry.ExpiresAt <= now).ExecuteDeleteAsync(ct);
        return await _db.Database.ExecuteSqlAsync(
            $"""
            insert into idempotency_entry (organization_id, user_id, key, request_hash, expires_at)
            values ({tenant.OrganizationId}, {tenant.UserId}, {key}, {requestHash}, {now + _lifetime}) on conflict do nothing
            """,
            ct) == 1;
    }

    private async Task<KeptAnswer?> RepeatAsync(string key, byte[] requestHash, CancellationToken ct)
    {
        var entry = await Entry(key).AsNoTracking().SingleAsync(ct);
        if (!CryptographicOperations.FixedTimeEquals(entry.RequestHash, requestHash)) return null;
        return KeptAnswer.Read(await secrets.UnprotectAsync(ContextOf(key), entry.Answer, ct));
    }

    private async Task KeepAsync(string key, KeptAnswer answer, CancellationToken ct)
    {
        var kept = await secrets.ProtectAsync(ContextOf(key), answer.Write(), ct);
        await Entry(key).ExecuteUpdateAsync(entry => entry.SetProperty(row => row.Answer, kept), ct);
    }

    private IQueryable<IdempotencyEntry> Entry(string key) => _db.Set<IdempotencyEntry>()
        .Where(entry => entry.OrganizationId == tenant.OrganizationId && entry.UserId == tenant.UserId && entry.Key == key);

    private string ContextOf(string key) => $"idempotency/{tenant.UserId}/{key}";
}
