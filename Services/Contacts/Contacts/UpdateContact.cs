using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Signet.Contacts.Data;
using Signet.Contracts;
using Signet.ServiceDefaults;

namespace Signet.Contacts.Contacts;

/// <summary><c>PUT /api/v1/contacts/{id}</c>: the whole contact, for the version in If-Match only.</summary>
public static class UpdateContact
{
    public static async Task<Results<Ok<ContactResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, UpdateContactRequest request, [FromHeader(Name = "If-Match")] string? ifMatch,
        ContactsDb db, Tenant tenant, ClaimsPrincipal caller, TimeProvider clock, HttpResponse response, CancellationToken cancel)
    {
        try
        {
            return await db.TransactAsync(cancel => UpdateAsync(id, request, ifMatch, db, tenant, caller, clock, response, cancel), cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else was faster between our read and our write, which was rolled back.
            return await db.TransactAsync(cancel => db.RefuseStaleAsync(id, caller, cancel), cancel);
        }
    }

    private static async Task<Results<Ok<ContactResponse>, ProblemHttpResult>> UpdateAsync(
        Guid id, UpdateContactRequest request, string? ifMatch, ContactsDb db, Tenant tenant, ClaimsPrincipal caller, TimeProvider clock, HttpResponse response, CancellationToken cancel)
    {
        var contact = await db.Contacts.Include(contact => contact.Fields).SingleOrDefaultAsync(contact => contact.Id == id, cancel);
        if (contact is null) return ContactProblems.NotFound();
        if (!IfMatch.IsPresent(ifMatch)) return ContactProblems.IfMatchMissing();
        if (!IfMatch.Allows(ifMatch, contact.Version)) return await db.RefuseStaleAsync(id, caller, cancel);

        var errors = new FieldErrors();
        var fields = Check(request, contact, errors);
        if (errors.Any) return ContactProblems.Invalid(errors);

        var listName = await db.Lists.Where(list => list.Id == request.ListId).Select(list => list.Name).SingleOrDefaultAsync(cancel);
        if (listName is null) return ContactProblems.ListNotFound();

        var (searchText, list) = (contact.SearchText, contact.ListId);
        contact.Revise(request.ListId, fields, tenant.UserId, clock);
        db.Audit("contact.updated", "contact", contact.Id, ("version", $"{contact.Version}"), ("list", contact.ListId.ToString()), ("listBefore", list.ToString()));
        await db.SaveChangesAsync(cancel);
        await ContactIndex.ReplaceAsync(db, contact, searchText, cancel);

        response.Headers.ETag = IfMatch.ETagOf(contact.Version);
        return TypedResults.Ok(contact.ToResponse(listName));
    }

    private static List<(Guid? Id, FieldValue Value)> Check(UpdateContactRequest request, Contact contact, FieldErrors errors)
    {
        var fields = new List<(Guid? Id, FieldValue Value)>();
        if (!errors.CheckCount(request.Fields)) return fields;
        var country = request.Fields.CountryOf(field => field.Kind, field => field.Value);
        var known = contact.Fields.Select(field => field.Id).ToHashSet();
        for (var index = 0; index < request.Fields.Count; index++)
        {
            var field = request.Fields[index];
            // Removing finds a second mention of the same id, too.
            if (field.Id is { } id && !known.Remove(id)) errors.Add($"fields[{index}].id", "Is no field of this contact, or stands here twice. Leave the id out to add a field.");
            fields.Add((field.Id, errors.Check(index, field.Kind, field.Value, field.PhoneType, country)));
        }
        errors.CheckIdentity([.. fields.Select(field => field.Value)]);
        return fields;
    }

    /// <summary>412, with what is stored now for who may read it; 404 when it is gone meanwhile.</summary>
    public static async Task<ProblemHttpResult> RefuseStaleAsync(this ContactsDb db, Guid id, ClaimsPrincipal caller, CancellationToken cancel) =>
        await db.ReadAsync(id, cancel) is { } current ? ContactProblems.Stale(caller.MayRead() ? current : null) : ContactProblems.NotFound();
}
