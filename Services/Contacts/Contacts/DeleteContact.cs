using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Signet.Contacts.Data;
using Signet.ServiceDefaults;

namespace Signet.Contacts.Contacts;

/// <summary>
/// <c>DELETE /api/v1/contacts/{id}</c>: gone for lists, search and duplicates at once; the row stays 30 days (P18), without keys and grams.
/// </summary>
public static class DeleteContact
{
    public static Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid id, [FromHeader(Name = "If-Match")] string? ifMatch, ContactsDb db, Tenant tenant, ClaimsPrincipal caller, TimeProvider clock, CancellationToken cancel) =>
        db.TransactAsync(cancel => DeleteAsync(id, ifMatch, db, tenant, caller, clock, cancel), cancel);

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        Guid id, string? ifMatch, ContactsDb db, Tenant tenant, ClaimsPrincipal caller, TimeProvider clock, CancellationToken cancel)
    {
        var contact = await db.Contacts.Where(contact => contact.Id == id)
            .Select(contact => new { contact.Version, contact.SearchText }).SingleOrDefaultAsync(cancel);
        if (contact is null) return ContactProblems.NotFound();
        if (!IfMatch.IsPresent(ifMatch)) return ContactProblems.IfMatchMissing();
        if (!IfMatch.Allows(ifMatch, contact.Version)) return await db.RefuseStaleAsync(id, caller, cancel);

        var now = clock.GetStoredNow();
        var deleted = await db.Contacts.Where(stored => stored.Id == id && stored.Version == contact.Version).ExecuteUpdateAsync(
            change => change
                .SetProperty(stored => stored.DeletedAt, now)
                .SetProperty(stored => stored.UpdatedAt, now)
                .SetProperty(stored => stored.UpdatedBy, tenant.UserId)
                .SetProperty(stored => stored.Version, contact.Version + 1),
            cancel);
        if (deleted == 0) return await db.RefuseStaleAsync(id, caller, cancel);

        await ContactIndex.RemoveAsync(db, id, contact.SearchText, cancel);
        db.Audit("contact.deleted", "contact", id, ("version", $"{contact.Version + 1}"));
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
