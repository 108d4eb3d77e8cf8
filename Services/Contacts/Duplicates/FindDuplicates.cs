using Microsoft.AspNetCore.Http.HttpResults;
using Signet.Contacts.Contacts;
using Signet.Contacts.Data;
using Signet.Contracts;
using Signet.ServiceDefaults;

namespace Signet.Contacts.Duplicates;

/// <summary><c>POST /api/v1/duplicates</c>: the contacts that are or may be the record that the fields describe.</summary>
public static class FindDuplicates
{
    public static async Task<Results<Ok<FindDuplicatesResponse>, ProblemHttpResult>> HandleAsync(
        FindDuplicatesRequest request, ContactsDb db, DuplicateFinder finder, CancellationToken cancel)
    {
        var errors = new FieldErrors();
        var values = Check(request, errors);
        if (errors.Any) return ContactProblems.Invalid(errors);
        var candidates = await db.TransactAsync(cancel => finder.FindAsync(values, request.Except, cancel), cancel);
        return TypedResults.Ok(new FindDuplicatesResponse(candidates));
    }

    // What is being typed is not a contact yet: only what could never be one is refused.
    private static List<FieldValue> Check(FindDuplicatesRequest request, FieldErrors errors)
    {
        var values = new List<FieldValue>();
        if (!errors.CheckCount(request.Fields)) return values;
        for (var index = 0; index < request.Fields.Count; index++)
        {
            var field = request.Fields[index];
            if (string.IsNullOrWhiteSpace(field.Value)) continue;
            values.Add(errors.CheckDraft(index, field.Kind, field.Value, field.PhoneType));
        }
        return values;
    }
}
