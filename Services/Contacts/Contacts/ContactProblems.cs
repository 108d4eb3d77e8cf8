using Microsoft.AspNetCore.Http.HttpResults;
using Signet.Contracts;
using Signet.ServiceDefaults;

namespace Signet.Contacts.Contacts;

/// <summary>How requests about contacts are refused.</summary>
public static class ContactProblems
{
    /// <summary>Also for contacts of another organisation: nobody learns that they exist.</summary>
    public static ProblemHttpResult NotFound() => Problems.NotFound(
        "contact-not-found", "Contact not found", "No such contact, or it was deleted. Search for it in the list.");

    public static ProblemHttpResult ListNotFound() => Problems.NotFound(
        "list-not-found", "List not found", "No such list. Choose one of the lists that GET /api/v1/lists names.");

    public static ProblemHttpResult DraftNotFound() => Problems.NotFound(
        "draft-not-found", "Draft not found", "No such draft. It was saved or discarded, or it is older than 30 days. Capture the source again.");

    public static ProblemHttpResult Invalid(FieldErrors errors) => Problems.Of(
        StatusCodes.Status400BadRequest, "validation-failed", "Some values cannot be taken", "Nothing was saved. Mend the values that errors names and send the request again.", errors.ByPath);

    public static ProblemHttpResult IfMatchMissing() => Problems.Of(
        StatusCodes.Status428PreconditionRequired, "if-match-missing", "Which version is meant?", "Read the contact, and send its ETag in the If-Match header. Nothing was changed.");

    /// <param name="current">What is stored now, so that a page can show both.</param>
    public static ProblemHttpResult Stale(ContactResponse? current)
    {
        var problem = Problems.Of(
            StatusCodes.Status412PreconditionFailed, "version-stale", "The contact was changed meanwhile", "Nothing was overwritten. Compare with current, and send the change again with its version in If-Match.");
        if (current is not null) problem.ProblemDetails.Extensions["current"] = current;
        return problem;
    }
}
