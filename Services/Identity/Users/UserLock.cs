using Microsoft.EntityFrameworkCore;
using Signet.Identity.Data;

namespace Signet.Identity.Users;

internal static class UserLock
{
    /// <summary>Holds the user's row until the end of the transaction: changes of one user's things happen one after another.</summary>
    public static Task LockUserAsync(this IdentityDb db, Guid organizationId, Guid userId, CancellationToken cancellationToken) =>
        db.Users.Where(user => user.OrganizationId == organizationId && user.Id == userId)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.DisabledAt, user => user.DisabledAt), cancellationToken);
}
