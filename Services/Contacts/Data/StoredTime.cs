namespace Signet.Contacts.Data;

public static class StoredTime
{
    /// <summary>Now in whole microseconds, which is what Postgres keeps: an answer shows the same time at once and later.</summary>
    public static DateTimeOffset GetStoredNow(this TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return new DateTimeOffset(now.UtcTicks - now.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
    }
}
