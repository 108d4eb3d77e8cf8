using Microsoft.EntityFrameworkCore;

namespace Signet.Identity.Data;

/// <summary>Work that one replica does at a time.</summary>
public enum Turn
{
    Keys = 7_501_001,
    WebClient = 7_501_002,
}

public static class Turns
{
    /// <summary>Waits until no other transaction has this turn; it ends with the transaction.</summary>
    public static Task TakeTurnAsync(this DirectoryDb db, Turn turn, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({(long)turn})", cancellationToken);
}
