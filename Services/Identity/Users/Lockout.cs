using Microsoft.EntityFrameworkCore;
using Signet.Identity.Data;

namespace Signet.Identity.Users;

/// <summary>
/// Ten password attempts in fifteen minutes, then fifteen minutes of rest. The attempt is taken in one UPDATE before the password
/// is looked at, so that any number of parallel guesses gets ten answers, on any number of replicas.
/// </summary>
public static class Lockout
{
    public const int MaxAttempts = 10;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>Takes one attempt; false while the account rests. Resting is not prolonged by further attempts.</summary>
    public static async Task<bool> TryTakeAttemptAsync(this IdentityDb db, Guid organizationId, Guid userId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var windowStart = now - Window;
        return await db.Users
            .Where(user => user.OrganizationId == organizationId && user.Id == userId
                && (user.LockedUntil == null || user.LockedUntil <= now))
            .ExecuteUpdateAsync(set => set
                .SetProperty(user => user.Attempts, user => user.LockedUntil != null || user.AttemptsSince == null || user.AttemptsSince <= windowStart
                    ? 1
                    : user.Attempts + 1)
                .SetProperty(user => user.AttemptsSince, user => user.LockedUntil != null || user.AttemptsSince == null || user.AttemptsSince <= windowStart
                    ? now
                    : user.AttemptsSince)
                .SetProperty(user => user.LockedUntil, user => user.LockedUntil == null && user.AttemptsSince > windowStart && user.Attempts + 1 >= MaxAttempts
                    ? now + Window
                    : null), cancellationToken) == 1;
    }

    /// <summary>The password was right: the account starts from zero.</summary>
    public static Task ForgetAttemptsAsync(this IdentityDb db, Guid organizationId, Guid userId, CancellationToken cancellationToken) =>
        db.Users.Where(user => user.OrganizationId == organizationId && user.Id == userId).ExecuteUpdateAsync(set => set
            .SetProperty(user => user.Attempts, 0)
            .SetProperty(user => user.AttemptsSince, (DateTimeOffset?)null)
            .SetProperty(user => user.LockedUntil, (DateTimeOffset?)null), cancellationToken);
}
