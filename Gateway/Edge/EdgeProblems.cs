using Microsoft.AspNetCore.Http.HttpResults;
using Signet.ServiceDefaults;

namespace Signet.Gateway.Edge;

/// <summary>Every refusal of the door: what happened, and what to do.</summary>
internal static class EdgeProblems
{
    /// <summary>Seconds: long enough for a service to start again.</summary>
    public const string RetryAfter = "5";

    public static ProblemHttpResult BodyTooLarge(long limit) => Problems.Of(
        StatusCodes.Status413PayloadTooLarge, "body-too-large", "The request is too large",
        $"Send at most {limit / 1024 / 1024} MB.");

    public static ProblemHttpResult CaptureTooLarge(long limit) => Problems.Of(
        StatusCodes.Status413PayloadTooLarge, "capture-too-large", "The mail is too large",
        $"A mail may have up to {limit / 1024 / 1024} MB. Remove its attachments, or paste only the signature.");

    public static ProblemHttpResult HttpsRequired(string origin) => Problems.Of(
        StatusCodes.Status403Forbidden, "https-required", "This address answers over https only",
        $"Send the request to {origin}. If it carried a token, revoke that token: it crossed the network in the clear.");

    public static ProblemHttpResult UnknownHost(string origin) => Problems.Of(
        StatusCodes.Status421MisdirectedRequest, "unknown-host", "No site has this name",
        $"Open {origin}.");

    public static ProblemHttpResult MethodRefused() => Problems.Of(
        StatusCodes.Status405MethodNotAllowed, "method-not-allowed", "This method is not served",
        "Use GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS.");

    public static ProblemHttpResult UnknownPath() => Problems.Of(
        StatusCodes.Status404NotFound, "not-found", "Nothing is served at this address",
        "Check the method and the path against the API's documents (docs/openapi).");

    public static ProblemHttpResult OriginRefused() => Problems.Of(
        StatusCodes.Status403Forbidden, "origin-refused", "The request did not come from the app's own pages",
        "Requests that change something with the session cookie need the header 'Signet-Request: 1' and an Origin of this site. Programs use a personal access token instead.");

    public static ProblemHttpResult Unauthenticated() => Problems.Of(
        StatusCodes.Status401Unauthorized, "unauthenticated", "You are not signed in",
        "Sign in again, or send a valid personal access token as 'Authorization: Bearer …'. The one that was sent is unknown, expired or revoked, or none was sent.");

    public static ProblemHttpResult TwoCredentials() => Problems.Of(
        StatusCodes.Status400BadRequest, "two-credentials", "The request carries two credentials",
        "Send either the session cookie or an Authorization header, not both.");

    public static ProblemHttpResult ServiceUnavailable(int status) => Problems.Of(
        status, "service-unavailable", "A part of Signet does not answer",
        "Nothing is known to have changed. Try again in a few seconds; repeat a save with the same Idempotency-Key, so that it happens once.");
}
