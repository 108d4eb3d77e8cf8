using Microsoft.EntityFrameworkCore;
using Signet.Contacts.Data;

namespace Signet.Contacts.Drafts;

public static class DraftReads
{
    /// <summary>The caller's own draft with its fields; null when it is another's, saved, discarded or too old.</summary>
    public static Task<Draft?> ReadDraftAsync(this ContactsDb db, Guid id, Guid userId, TimeProvider clock, CancellationToken cancel)
    {
        var oldest = clock.GetUtcNow() - Draft.Lifetime;
        return db.Drafts.AsNoTracking().Include(draft => draft.Fields)
            .SingleOrDefaultAsync(draft => draft.Id == id && draft.UserId == userId && draft.CreatedAt > oldest, cancel);
    }
}
