using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Signet.ServiceDefaults;

/// <summary>Refusals as RFC 9457 problem details. <c>code</c> is stable and for programs; title and detail say to people what happened and what to do.</summary>
public static class Problems
{
    public static ProblemHttpResult NotFound(string code, string title, string detail) => Of(StatusCodes.Status404NotFound, code, title, detail);

    /// <param name="errors">Messages by the path of what they are about: <c>fields[2].value</c>.</param>
    public static ProblemHttpResult Of(int status, string code, string title, string detail, IDictionary<string, string[]>? errors = null) =>
        TypedResults.Problem(DetailsOf(status, code, title, detail, errors));

    internal static ProblemDetails DetailsOf(int status, string code, string title, string detail, IDictionary<string, string[]>? errors = null)
    {
        var problem = new ProblemDetails { Type = $"urn:signet:problem:{code}", Status = status, Title = title, Detail = detail };
        problem.Extensions["code"] = code;
        if (Activity.Current is { } activity) problem.Extensions["traceId"] = activity.TraceId.ToHexString();
        if (errors is not null) problem.Extensions["errors"] = errors;
        return problem;
    }
}
