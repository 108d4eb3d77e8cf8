using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Signet.ServiceDefaults;

/// <summary>
/// Identity's keys, fetched over mutual TLS and kept. An unknown key id fetches again, so that a new key works at once; not more often than
/// every few seconds, so that forged ids cannot make us flood identity.
/// </summary>
internal sealed partial class RemoteTokenKeys(ServiceChannels channels, TimeProvider clock, ILogger<RemoteTokenKeys> logger) : IInternalTokenKeys, IDisposable
{
    private static readonly Uri _address = new(ServiceChannels.AddressOf("identity"), "/internal/keys");
    private static readonly TimeSpan _lifetime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _fetching = new(1);
    private volatile Fetched? _known;

    public async ValueTask<SecurityKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        var known = _known;
        if (IsFresh(known, _lifetime) && known!.Keys.TryGetValue(keyId, out var key)) return key;
        if (IsFresh(known, _pause)) return null;
        return (await FetchAsync(known, cancellationToken)).Keys.GetValueOrDefault(keyId);
    }

    public void Dispose() => _fetching.Dispose();

    private bool IsFresh(Fetched? fetched, TimeSpan lifetime) => fetched is not null && clock.GetElapsedTime(fetched.At) < lifetime;

    /// <summary>One at a time: who waited takes what the first one got.</summary>
    private async Task<Fetched> FetchAsync(Fetched? seen, CancellationToken cancellationToken)
    {
        await _fetching.WaitAsync(cancellationToken);
        try
        {
            if (_known is { } fetched && !ReferenceEquals(fetched, seen)) return fetched;
            var keys = await AskAsync(cancellationToken);
            return _known = new(keys, clock.GetTimestamp());
        }
        catch (Exception fault) when (seen is not null && (fault is HttpRequestException or IOException
            || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested)))
        {
            // Signatures can be checked without identity; only new keys have to wait.
            LogKept(fault.GetType().Name);
            return _known = seen with { At = clock.GetTimestamp() };
        }
        finally
        {
            _fetching.Release();
        }
    }

    private async Task<Dictionary<string, SecurityKey>> AskAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(_patience);
        using var request = new HttpRequestMessage(HttpMethod.Get, _address);
        try
        {
            using var response = await channels.Current.Invoker.SendAsync(request, patience.Token);
            response.EnsureSuccessStatusCode();
            var keys = new JsonWebKeySet(await response.Content.ReadAsStringAsync(patience.Token));
            return keys.Keys.Where(key => key.Kid is not null).ToDictionary(key => key.Kid, SecurityKey (key) => key, StringComparer.Ordinal);
        }
        catch (OperationCanceledException fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException("Identity did not send its keys in time.", fault);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Identity's keys could not be fetched ({Reason}); the ones before stay in use")]
    private partial void LogKept(string reason);

    private sealed record Fetched(Dictionary<string, SecurityKey> Keys, long At);
}
