using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Signet.Contacts.Data;
using Signet.Contracts;
using Signet.ServiceDefaults;

namespace Signet.Contacts.Lists;

public static class ListsApi
{
    public static void MapLists(this IEndpointRouteBuilder app)
    {
        var lists = app.MapGroup("/api/v1/lists").WithTags("Lists").RequireCallers(Callers.Gateway).ProducesRefusals();
        lists.MapGet("/", GetAsync).RequirePermission(Permissions.ListsRead).WithName("GetLists");
        lists.MapPost("/", CreateList.HandleAsync).RequirePermission(Permissions.ListsWrite).RequireIdempotencyKey().WithName("CreateList");
    }

    /// <summary>All lists by name. An organisation that has none is given its first.</summary>
    private static Task<Ok<ListsResponse>> GetAsync(ContactsDb db, Tenant tenant, TimeProvider clock, CancellationToken cancel) =>
        db.TransactAsync(async cancel =>
        {
            var lists = await ReadAsync(db, cancel);
            if (lists.Count == 0)
            {
                await CreateFirstAsync(db, tenant, clock, cancel);
                lists = await ReadAsync(db, cancel);
            }
            return TypedResults.Ok(new ListsResponse(lists));
        }, cancel);

    private static async Task<IReadOnlyList<ListResponse>> ReadAsync(ContactsDb db, CancellationToken cancel) =>
        await db.Lists.OrderBy(list => list.NameKey)
            .Select(list => new ListResponse(list.Id, list.Name, db.Contacts.Count(contact => contact.ListId == list.Id)))
            .ToListAsync(cancel);

    private static async Task CreateFirstAsync(ContactsDb db, Tenant tenant, TimeProvider clock, CancellationToken cancel)
    {
        await db.Queries.RememberOrganizationAsync(cancel);
        var list = new ContactList(tenant.OrganizationId, Guid.CreateVersion7(clock.GetStoredNow()), ContactList.FirstName, clock.GetStoredNow());
        // Two pages of a new organisation may ask at once: the second finds the list of the first.
        if (!await db.Queries.TryAddListAsync(list, cancel)) return;
        db.Audit("list.created", "list", list.Id);
        await db.SaveChangesAsync(cancel);
    }
}
