using System.Security.Claims;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Signet.Contacts.Contacts;
using Signet.Contacts.Data;
using Signet.Contacts.Duplicates;
using Signet.Contracts;
using Signet.ServiceDefaults;

namespace Signet.Contacts.Drafts;

/// <summary><c>POST /internal/drafts</c>: keeps what was captured, and says which contacts are or may be the same.</summary>
public static partial class CreateDraft
{
    public static async Task<Results<Created<CreateDraftResponse>, ProblemHttpResult>> HandleAsync(
        CreateDraftRequest request, ContactsDb db, DuplicateFinder finder, Tenant tenant, ClaimsPrincipal caller, TimeProvider clock, CancellationToken cancel)
    {
        var errors = new FieldErrors();
        var values = Check(request, errors);
        if (errors.Any) return ContactProblems.Invalid(errors);
        return TypedResults.Created((string?)null, await db.TransactAsync(cancel => CreateAsync(request, values, db, finder, tenant, caller, clock, cancel), cancel));
    }

    private static async Task<CreateDraftResponse> CreateAsync(
        CreateDraftRequest request, List<FieldValue> values, ContactsDb db, DuplicateFinder finder, Tenant tenant, ClaimsPrincipal caller, TimeProvider clock, CancellationToken cancel)
    {
        await db.Queries.RememberOrganizationAsync(cancel);
        var now = clock.GetStoredNow();
        var draft = new Draft(tenant.OrganizationId, Guid.CreateVersion7(now), tenant.UserId, request.Source, now);
        foreach (var (value, field) in values.Zip(request.Fields))
            draft.Add(Guid.CreateVersion7(now), value, field.Confidence, field.Rule);
        db.Drafts.Add(draft);
        db.Audit("draft.created", "draft", draft.Id);
        await db.SaveChangesAsync(cancel);
        // Duplicates are contacts: who may only capture learns of none.
        var duplicates = caller.MayRead() ? await finder.FindAsync(values, except: null, cancel) : [];
        return new CreateDraftResponse(draft.Id, [.. draft.Fields.Select(field => field.Id)], duplicates);
    }

    private static List<FieldValue> Check(CreateDraftRequest request, FieldErrors errors)
    {
        var values = new List<FieldValue>();
        if (!Enum.IsDefined(request.Source)) errors.Add("source", "Is no kind of source. Use one of the names in the API description.");
        if (!errors.CheckCount(request.Fields)) return values;
        for (var index = 0; index < request.Fields.Count; index++)
        {
            var field = request.Fields[index];
            values.Add(errors.CheckDraft(index, field.Kind, field.Value, field.PhoneType));
            if (field.Confidence is not (>= 0 and <= 1)) errors.Add($"fields[{index}].confidence", "Is not between 0 and 1.");
            if (field.Rule is null || !RuleId().IsMatch(field.Rule)) errors.Add($"fields[{index}].rule", "Is no rule id, such as phone.label-mobile.");
        }
        return values;
    }

    // An id and nothing else: no text of the source can come to rest in it (P38).
    [GeneratedRegex(@"^[a-z0-9][a-zA-Z0-9.\-]{0,63}$")]
    private static partial Regex RuleId();
}
