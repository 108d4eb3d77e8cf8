using System.Globalization;
using Signet.ServiceDefaults;
using StackExchange.Redis;

namespace Signet.Identity.Sessions;

/// <summary>
/// Tells the gateways through Redis that a session or token is over, so that they forget cached internal tokens at once. The database
/// already says so: without Redis the gateways keep no cache, and internal tokens die within a minute.
/// </summary>
public sealed partial class RevocationNotice(IConnectionMultiplexer redis, ILogger<RevocationNotice> logger)
{
    /// <summary>Twice the life of an internal token.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(120);

    public static string KeyOf(Guid sessionId) => string.Create(CultureInfo.InvariantCulture, $"revoked:{sessionId}");

    public async Task PublishAsync(Guid sessionId)
    {
        try
        {
            await redis.GetDatabase().StringSetAsync(KeyOf(sessionId), RedisValue.EmptyString, Kept);
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            Log.NoticeNotPublished(logger, sessionId, Faults.Describe(exception));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The end of session {SessionId} could not be published; it is in force within a minute: {Fault}")]
        public static partial void NoticeNotPublished(ILogger logger, Guid sessionId, string fault);
    }
}
