using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Signet.Contacts.Data;
using Signet.Contacts.Drafts;
using Signet.Contracts;
using Signet.ServiceDefaults;

namespace Signet.Contacts.Contacts;

/// <summary>
/// <c>POST /api/v1/contacts</c>: what a person decided about a draft, or typed. The contact, its keys and grams, the audit entry and the end
/// of the draft are one transaction.
/// </summary>
public static class SaveContact
{
    public static Task<Results<Created<ContactResponse>, ProblemHttpResult>> HandleAsync(
        SaveContactRequest request, ContactsDb db, Tenant tenant, TimeProvider clock, HttpResponse response, CancellationToken cancel) =>
        db.TransactAsync(cancel => SaveAsync(request, db, tenant, clock, response, cancel), cancel);

    private static async Task<Results<Created<ContactResponse>, ProblemHttpResult>> SaveAsync(
        SaveContactRequest request, ContactsDb db, Tenant tenant, TimeProvider clock, HttpResponse response, CancellationToken cancel)
    {
        var draft = request.DraftId is null ? null : await db.ReadDraftAsync(request.DraftId.Value, tenant.UserId, clock, cancel);
        if (request.DraftId is not null && draft is null) return ContactProblems.DraftNotFound();

        var errors = new FieldErrors();
        var fields = Choose(request, draft, clock.GetStoredNow(), errors);
        if (errors.Any) return ContactProblems.Invalid(errors);

        var listName = await db.Lists.Where(list => list.Id == request.ListId).Select(list => list.Name).SingleOrDefaultAsync(cancel);
        if (listName is null) return ContactProblems.ListNotFound();

        // Whoever deletes the draft saves it; a second request that waited here finds none.
        if (draft is not null && await db.Drafts.Where(stored => stored.Id == draft.Id).ExecuteDeleteAsync(cancel) == 0)
            return ContactProblems.DraftNotFound();

        var now = clock.GetStoredNow();
        var contact = new Contact(tenant.OrganizationId, Guid.CreateVersion7(now), request.ListId, draft?.Source ?? SourceKind.Hand, tenant.UserId, now);
        contact.Fill(fields, clock);
        db.Contacts.Add(contact);
        db.Audit("contact.created", "contact", contact.Id, ("list", contact.ListId.ToString()), ("draft", draft?.Id.ToString() ?? "none"));
        await db.SaveChangesAsync(cancel);
        await ContactIndex.AddAsync(db, contact, cancel);

        response.Headers.ETag = IfMatch.ETagOf(contact.Version);
        return TypedResults.Created($"/api/v1/contacts/{contact.Id}", contact.ToResponse(listName));
    }

    private static List<(FieldValue Value, FieldSource Source)> Choose(SaveContactRequest request, Draft? draft, DateTimeOffset now, FieldErrors errors)
    {
        var chosen = new List<(FieldValue Value, FieldSource Source)>();
        if (!errors.CheckCount(request.Fields)) return chosen;
        var country = request.Fields.CountryOf(field => field.Kind, field => field.Value);
        var captured = draft?.Fields.ToDictionary(field => field.Id) ?? [];
        for (var index = 0; index < request.Fields.Count; index++)
        {
            var choice = request.Fields[index];
            var value = errors.Check(index, choice.Kind, choice.Value, choice.PhoneType, country);
            var source = new FieldSource(SourceKind.Hand, now, null, 1);
            if (choice.DraftFieldId is { } id)
            {
                if (!captured.TryGetValue(id, out var field)) errors.Add($"fields[{index}].draftFieldId", "Is no field of this draft. Use an id that the draft names, or leave it out.");
                else if (field.Kind == value.Kind && IsUnchanged(field, choice.Value, value.Value, country))
                    source = new FieldSource(draft!.Source, draft.CreatedAt, field.Rule, field.Confidence);
            }
            chosen.Add((value, source));
        }
        errors.CheckIdentity([.. chosen.Select(field => field.Value)]);
        return chosen;
    }

    // A value that differs only in form ("069 1234" became "+49691234") is still the captured one.
    private static bool IsUnchanged(DraftField field, string sent, string stored, string? country) =>
        field.Value == sent || FieldRules.Check(field.Kind, field.Value, country).Value == stored;
}
