using Microsoft.AspNetCore.Http.HttpResults;
using Signet.Contacts.Data;
using Signet.Contacts.Search;
using Signet.Contracts;
using Signet.ServiceDefaults;

namespace Signet.Contacts.Contacts;

public static class ContactsApi
{
    public static void MapContacts(this IEndpointRouteBuilder app)
    {
        var contacts = app.MapGroup("/api/v1/contacts").WithTags("Contacts").RequireCallers(Callers.Gateway).ProducesRefusals();
        contacts.MapPost("/", SaveContact.HandleAsync).RequirePermission(Permissions.ContactsWrite).RequireIdempotencyKey().WithName("SaveContact");
        contacts.MapGet("/{id:guid}", GetAsync).RequirePermission(Permissions.ContactsRead).WithName("GetContact");
        contacts.MapPut("/{id:guid}", UpdateContact.HandleAsync).RequirePermission(Permissions.ContactsWrite).WithName("UpdateContact");
        contacts.MapDelete("/{id:guid}", DeleteContact.HandleAsync).RequirePermission(Permissions.ContactsWrite).WithName("DeleteContact");
        contacts.MapPost("/search", SearchContacts.HandleAsync).RequirePermission(Permissions.ContactsRead).WithName("SearchContacts");
    }

    private static async Task<Results<Ok<ContactResponse>, ProblemHttpResult>> GetAsync(Guid id, ContactsDb db, HttpResponse response, CancellationToken cancel)
    {
        var contact = await db.TransactAsync(cancel => db.ReadAsync(id, cancel), cancel);
        if (contact is null) return ContactProblems.NotFound();
        response.Headers.ETag = IfMatch.ETagOf(contact.Version);
        return TypedResults.Ok(contact);
    }
}
