using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Signet.Contacts.Contacts;
using Signet.Contacts.Data;
using Signet.Contracts;
using Signet.ServiceDefaults;

namespace Signet.Contacts.Lists;

/// <summary><c>POST /api/v1/lists</c>.</summary>
public static class CreateList
{
    /// <summary>They are shown in one menu, unpaged.</summary>
    public const int MostLists = 200;

    public static async Task<Results<Created<ListResponse>, ProblemHttpResult>> HandleAsync(
        CreateListRequest request, ContactsDb db, Tenant tenant, TimeProvider clock, CancellationToken cancel)
    {
        var (name, error) = FieldRules.Text(request.Name, ContactList.LongestName);
        if (error is not null)
        {
            var errors = new FieldErrors();
            errors.Add("name", error);
            return ContactProblems.Invalid(errors);
        }
        return await db.TransactAsync(cancel => CreateAsync(name, db, tenant, clock, cancel), cancel);
    }

    private static async Task<Results<Created<ListResponse>, ProblemHttpResult>> CreateAsync(
        string name, ContactsDb db, Tenant tenant, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.Lists.CountAsync(cancel) >= MostLists)
            return Problems.Of(StatusCodes.Status409Conflict, "too-many-lists", "No more lists", $"An organisation can have {MostLists} lists. Use one that exists.");

        await db.Queries.RememberOrganizationAsync(cancel);
        var list = new ContactList(tenant.OrganizationId, Guid.CreateVersion7(clock.GetStoredNow()), name, clock.GetStoredNow());
        if (!await db.Queries.TryAddListAsync(list, cancel))
            return Problems.Of(StatusCodes.Status409Conflict, "list-exists", "The list exists", "There is a list with this name already. Use that one, or choose another name.");
        db.Audit("list.created", "list", list.Id);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created("/api/v1/lists", new ListResponse(list.Id, list.Name, 0));
    }
}
