using System.Collections.Concurrent;
using Signet.ServiceDefaults;

namespace Signet.Gateway.Sessions;

/// <summary>
/// Internal tokens by credential, audience and own certificate. One is kept for most of its short life; every use asks first whether the
/// session was revoked, and while that cannot be asked, nothing is kept: then identity decides about each request.
/// </summary>
internal sealed class InternalTokens(IdentityTokens identity, Revocations revocations, TimeProvider clock)
{
    /// <summary>A token must outlive the request that it travels with.</summary>
    private static readonly TimeSpan _margin = TimeSpan.FromSeconds(15);

    private const int Capacity = 20_000;

    private readonly ConcurrentDictionary<Key, Entry> _kept = new();
    private readonly ConcurrentDictionary<Key, Lazy<Task<TokenAnswer>>> _underWay = new();

    public async Task<TokenAnswer> GetAsync(ServiceChannel channel, Credential credential, string audience, CancellationToken ct)
    {
        var key = new Key(credential.Hash, audience, channel.Thumbprint);
        if (_kept.TryGetValue(key, out var entry) && clock.GetUtcNow() < entry.Until)
        {
            switch (await revocations.AskAsync(entry.SessionId))
            {
                case Revocation.None:
                    return entry.Answer;
                case Revocation.Revoked:
                    _kept.TryRemove(key, out _);
                    return TokenAnswer.Refused;
                default:
                    return await identity.SwapAsync(channel, credential, audience, ct);
            }
        }

        var answer = await SwapOnceAsync(key, channel, credential, audience).WaitAsync(ct);
        // The swap may have begun before a sign-out that is over by now.
        return answer.Granted?.SessionId is { Length: > 0 } sessionId && await revocations.AskAsync(sessionId) == Revocation.Revoked ? TokenAnswer.Refused : answer;
    }

    /// <summary>Requests of one page come together: they share one swap, which belongs to none of them, so none can cancel it for the others.</summary>
    private Task<TokenAnswer> SwapOnceAsync(Key key, ServiceChannel channel, Credential credential, string audience) =>
        _underWay.GetOrAdd(key, _ => new(() => SwapAndKeepAsync(key, channel, credential, audience))).Value;

    private async Task<TokenAnswer> SwapAndKeepAsync(Key key, ServiceChannel channel, Credential credential, string audience)
    {
        try
        {
            var answer = await identity.SwapAsync(channel, credential, audience, CancellationToken.None);
            if (answer.Granted is { SessionId: { Length: > 0 } sessionId } granted)
            {
                Keep(key, new Entry(answer, sessionId, clock.GetUtcNow() + TimeSpan.FromSeconds(granted.ExpiresIn) - _margin));
            }

            return answer;
        }
        finally
        {
            _underWay.TryRemove(key, out _);
        }
    }

    private void Keep(Key key, Entry entry)
    {
        if (_kept.Count >= Capacity)
        {
            var now = clock.GetUtcNow();
            foreach (var (old, _) in _kept.Where(kept => kept.Value.Until <= now))
            {
                _kept.TryRemove(old, out _);
            }

            if (_kept.Count >= Capacity)
            {
                return; // Full of living tokens: this one is asked for again next time.
            }
        }

        _kept[key] = entry;
    }

    private readonly record struct Key(string Credential, string Audience, string Thumbprint);

    private sealed record Entry(TokenAnswer Answer, string SessionId, DateTimeOffset Until);
}
