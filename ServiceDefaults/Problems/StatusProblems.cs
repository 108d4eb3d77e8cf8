using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Signet.ServiceDefaults;

/// <summary>Problems for statuses that the framework sets without a body.</summary>
internal static class StatusProblems
{
    public static ProblemDetails Of(int status, IDictionary<string, string[]>? errors = null) => status switch
    {
        StatusCodes.Status401Unauthorized => Problems.DetailsOf(status, "unauthenticated", "Sign-in needed", "The request has no valid token. Sign in and send it again."),
        StatusCodes.Status403Forbidden => Problems.DetailsOf(status, "forbidden", "Not allowed", "You may not do this. Ask an administrator of your organisation for the permission."),
        StatusCodes.Status404NotFound => Problems.DetailsOf(status, "not-found", "Not found", "There is nothing at this address. Check it."),
        StatusCodes.Status405MethodNotAllowed => Problems.DetailsOf(status, "method-not-allowed", "Method not allowed", "This address does not take the method. The Allow header names those it takes."),
        StatusCodes.Status413PayloadTooLarge => Problems.DetailsOf(status, "body-too-large", "The request is too large", "Send less in one request."),
        StatusCodes.Status415UnsupportedMediaType => Problems.DetailsOf(status, "unsupported-media-type", "This kind of content is not taken", "Send application/json, and name it in the Content-Type header."),
        StatusCodes.Status503ServiceUnavailable => Problems.DetailsOf(status, "service-unavailable", "Not available right now", "A part of the system does not answer. Nothing is lost; try again in a few seconds."),
        >= 500 => Problems.DetailsOf(status, "internal-error", "Something went wrong", "The fault is on our side and was recorded. Try again; if it stays, tell us the traceId."),
        _ => Problems.DetailsOf(status, "bad-request", "The request cannot be understood", "Check the address, the headers and the content.", errors),
    };
}
