using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using Polly;
using StackExchange.Redis;

namespace Signet.ServiceDefaults;

/// <summary>
/// The answer to an exception: what the caller can do, and nothing of what went wrong inside. Logged are types, codes and the stack:
/// messages of exceptions can repeat what a person typed.
/// </summary>
internal sealed partial class FaultHandler(IProblemDetailsService problems, ILogger<FaultHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var problem = IsForeignCharset(context.Request, exception) ? ForeignCharset() : ProblemOf(exception);
        context.Response.StatusCode = problem.Status!.Value;
        if (problem.Status == StatusCodes.Status503ServiceUnavailable) context.Response.Headers.RetryAfter = "2";
        if (problem.Status == StatusCodes.Status401Unauthorized) context.Response.Headers.WWWAuthenticate = "Bearer";
        if (problem.Status >= 500) LogFault(problem.Status.Value, Faults.Describe(exception));
        if (!await problems.TryWriteAsync(new() { HttpContext = context, ProblemDetails = problem }))
            await context.Response.WriteAsJsonAsync(problem, JsonSerializerOptions.Web, "application/problem+json", cancellationToken);
        return true;
    }

    private static ProblemDetails ProblemOf(Exception exception) => exception switch
    {
        BadHttpRequestException { InnerException: JsonException json } => MalformedJson(json),
        JsonException json => MalformedJson(json),
        BadHttpRequestException bad => StatusProblems.Of(bad.StatusCode),
        SubjectEndedException => StatusProblems.Of(StatusCodes.Status401Unauthorized),
        CommitOutcomeUnknownException => Problems.DetailsOf(
            StatusCodes.Status503ServiceUnavailable, "store-unavailable", "Not available right now",
            "The connection to the database ended while the change was being written; it may or may not have been made. Send the request again with the same Idempotency-Key or If-Match."),
        _ when Faults.IsStoreUnavailable(exception) => Problems.DetailsOf(
            StatusCodes.Status503ServiceUnavailable, "store-unavailable", "Not available right now",
            "The database does not answer. Nothing was changed; try again in a few seconds."),
        HttpRequestException or RedisException or TimeoutException or ExecutionRejectedException => StatusProblems.Of(StatusCodes.Status503ServiceUnavailable),
        _ => StatusProblems.Of(StatusCodes.Status500InternalServerError),
    };

    /// <summary>What reads JSON throws this for a charset that it does not know.</summary>
    private static bool IsForeignCharset(HttpRequest request, Exception exception) =>
        exception is InvalidOperationException && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private static ProblemDetails ForeignCharset() => Problems.DetailsOf(
        StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", "This kind of content is not taken",
        "JSON is UTF-8 (RFC 8259, section 8.1). Send it so, and leave the charset out of the Content-Type header.");

    /// <summary>The path says where; the parser's message is left out, it can quote the content.</summary>
    private static ProblemDetails MalformedJson(JsonException json)
    {
        var path = json.Path?.TrimStart('$').TrimStart('.') ?? "";
        return Problems.DetailsOf(
            StatusCodes.Status400BadRequest, "malformed-json", "The content cannot be read",
            "Nothing was changed. Send JSON of the documented form; errors names the first place that is not.",
            new Dictionary<string, string[]> { [path] = [$"Cannot be read here (line {(json.LineNumber ?? 0) + 1})."] });
    }

    [LoggerMessage(LogLevel.Error, "Request ended with {Status}: {Fault}")]
    private partial void LogFault(int status, string fault);
}
