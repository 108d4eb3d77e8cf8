using StackExchange.Redis;

namespace Signet.Gateway.Sessions;

/// <summary>
/// Whether a session was ended while its tokens still live. Identity writes <c>revoked:&lt;sid&gt;</c> for longer than any internal token lasts.
/// The store is only a shortcut: when it is gone the answer is "unknown", never "fine".
/// </summary>
internal sealed partial class Revocations(IConnectionMultiplexer redis, ILogger<Revocations> logger)
{
    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(500);

    public async Task<Revocation> AskAsync(string sessionId)
    {
        if (!redis.IsConnected)
        {
            return Revocation.Unknown;
        }

        try
        {
            return await redis.GetDatabase().KeyExistsAsync($"revoked:{sessionId}").WaitAsync(_patience) ? Revocation.Revoked : Revocation.None;
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            LogUnknown(exception.GetType().Name);
            return Revocation.Unknown;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Revocations could not be looked up ({Reason}); identity is asked for each request")]
    private partial void LogUnknown(string reason);
}

internal enum Revocation
{
    None,
    Revoked,

    /// <summary>The store did not answer.</summary>
    Unknown,
}
