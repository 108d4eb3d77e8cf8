using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;

namespace Signet.Identity.Keys;

/// <summary>The keys in force, in memory; read from the database by <see cref="KeyKeeper"/> before the first request and every few minutes.</summary>
public sealed class KeyRing(TimeProvider clock) : IDisposable
{
    private volatile IReadOnlyList<KeyMaterial> keys = [];
    private CancellationTokenSource changed = new();

    /// <summary>The key that signs or encrypts now.</summary>
    public KeyMaterial Current(KeyPurpose purpose)
    {
        var now = clock.GetUtcNow();
        return keys.Where(key => key.Purpose == purpose && key.SignsAt(now)).MaxBy(key => key.ActivatesAt)
            ?? throw new InvalidOperationException($"There is no active key for {purpose}. Are the migrations done?");
    }

    /// <summary>Every key that is accepted now or announced, the current one first.</summary>
    public IReadOnlyList<KeyMaterial> Accepted(KeyPurpose purpose)
    {
        var now = clock.GetUtcNow();
        return [.. keys.Where(key => key.Purpose == purpose && key.IsAcceptedAt(now)).OrderByDescending(key => key.SignsAt(now)).ThenByDescending(key => key.ActivatesAt)];
    }

    /// <summary>Fires when keys came or went.</summary>
    public IChangeToken GetChangeToken() => new CancellationChangeToken(changed.Token);

    public void Dispose() => changed.Dispose();

    internal void Replace(IReadOnlyList<KeyMaterial> next)
    {
        if (next.Select(key => key.Id).ToHashSet().SetEquals(keys.Select(key => key.Id)))
            return;

        keys = next;
        using var previous = Interlocked.Exchange(ref changed, new CancellationTokenSource());
        previous.Cancel();
    }

    internal IReadOnlyList<SecurityKey> SecurityKeys(KeyPurpose purpose) => [.. Accepted(purpose).Select(key => key.Key)];
}
