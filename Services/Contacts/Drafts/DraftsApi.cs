using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Signet.Contacts.Contacts;
using Signet.Contacts.Data;
using Signet.Contacts.Duplicates;
using Signet.Contracts;
using Signet.ServiceDefaults;

namespace Signet.Contacts.Drafts;

public static class DraftsApi
{
    public static void MapDrafts(this IEndpointRouteBuilder app)
    {
        var drafts = app.MapGroup("/api/v1/drafts").WithTags("Drafts").RequireCallers(Callers.Gateway).ProducesRefusals();
        drafts.MapGet("/{id:guid}", GetAsync).RequirePermission(Permissions.ContactsRead).WithName("GetDraft");
        drafts.MapDelete("/{id:guid}", DiscardAsync).RequirePermission(Permissions.ContactsWrite).WithName("DiscardDraft");

        app.MapPost("/internal/drafts", CreateDraft.HandleAsync).WithTags("Internal").WithName("CreateDraft")
            .RequireCallers(Callers.MailWorker).RequirePermission(Permissions.CapturesWrite).RequireIdempotencyKey();
    }

    private static Task<Results<Ok<DraftResponse>, ProblemHttpResult>> GetAsync(
        Guid id, ContactsDb db, DuplicateFinder finder, Tenant tenant, TimeProvider clock, CancellationToken cancel) =>
        db.TransactAsync<Results<Ok<DraftResponse>, ProblemHttpResult>>(async cancel =>
        {
            var draft = await db.ReadDraftAsync(id, tenant.UserId, clock, cancel);
            if (draft is null) return ContactProblems.DraftNotFound();
            var duplicates = await finder.FindAsync(draft.ToValues(), except: null, cancel);
            var fields = draft.Fields.OrderBy(field => field.Ordinal)
                .Select(field => new DraftFieldResponse(field.Id, field.Kind, field.Value, field.PhoneType, field.Confidence, field.Rule));
            return TypedResults.Ok(new DraftResponse(draft.Id, draft.Source, draft.CreatedAt, [.. fields], duplicates));
        }, cancel);

    private static Task<Results<NoContent, ProblemHttpResult>> DiscardAsync(Guid id, ContactsDb db, Tenant tenant, CancellationToken cancel) =>
        db.TransactAsync<Results<NoContent, ProblemHttpResult>>(async cancel =>
        {
            if (await db.Drafts.Where(draft => draft.Id == id && draft.UserId == tenant.UserId).ExecuteDeleteAsync(cancel) == 0)
                return ContactProblems.DraftNotFound();
            db.Audit("draft.discarded", "draft", id);
            await db.SaveChangesAsync(cancel);
            return TypedResults.NoContent();
        }, cancel);
}
