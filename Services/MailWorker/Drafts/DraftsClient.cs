using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Signet.Contracts;
using Signet.MailWorker.Captures;
using Signet.ServiceDefaults;

namespace Signet.MailWorker.Drafts;

/// <summary>Creates drafts in contacts.</summary>
internal sealed partial class DraftsClient(HttpClient http, ILogger<DraftsClient> logger)
{
    /// <summary>The stored draft, or the problem to answer with.</summary>
    /// <param name="source">Hash of what was uploaded. A key belongs to one upload: contacts refuses it with another hash, even where both read alike.</param>
    public async Task<CreatedDraft> CreateAsync(CreateDraftRequest draft, string source, string idempotencyKey, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/internal/drafts?source={source}") { Content = JsonContent.Create(draft) };
            // Not validated: what a client sends as a key is contacts' to judge, and no header of ours can be broken by it.
            request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey);
            using var response = await http.SendAsync(request, cancellationToken);
            if (!response.IsSuccessStatusCode) return new(null, await ProblemOfAsync(response, cancellationToken));
            var created = await response.Content.ReadFromJsonAsync<CreateDraftResponse>(cancellationToken);
            if (created is not null && created.FieldIds.Count == draft.Fields.Count) return new(created, null);
            Log.UnexpectedAnswer(logger, (int)response.StatusCode);
            return new(null, CaptureProblems.ContactsUnavailable());
        }
        catch (Exception fault) when (fault is HttpRequestException or TimeoutException or JsonException or OperationCanceledException && !cancellationToken.IsCancellationRequested || IsResilienceFault(fault))
        {
            Log.Unreachable(logger, fault.GetType().Name);
            return new(null, CaptureProblems.ContactsUnavailable());
        }
    }

    /// <summary>What the caller can mend is passed on with contacts' own words; everything else is contacts being unavailable.</summary>
    private async Task<ProblemHttpResult> ProblemOfAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict or HttpStatusCode.Forbidden
            && response.Content.Headers.ContentType?.MediaType == "application/problem+json")
        {
            var problem = await response.Content.ReadFromJsonAsync<ProblemDetails>(cancellationToken);
            if (problem?.Extensions.TryGetValue("code", out var code) == true && code?.ToString() is { } text)
                return Problems.Of((int)response.StatusCode, text, problem.Title ?? "The draft was refused", problem.Detail ?? "The draft was refused.");
        }

        Log.Refused(logger, (int)response.StatusCode);
        return CaptureProblems.ContactsUnavailable();
    }

    // Polly's exceptions (open circuit, attempt timeout) have no common base in the framework.
    private static bool IsResilienceFault(Exception fault) => fault.GetType().Namespace?.StartsWith("Polly", StringComparison.Ordinal) == true;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Contacts refused a draft with status {Status}.")]
        public static partial void Refused(ILogger logger, int status);

        [LoggerMessage(2, LogLevel.Warning, "Contacts answered a draft with status {Status} and a body that does not fit.")]
        public static partial void UnexpectedAnswer(ILogger logger, int status);

        [LoggerMessage(3, LogLevel.Warning, "Contacts could not be reached: {ExceptionType}.")]
        public static partial void Unreachable(ILogger logger, string exceptionType);
    }
}

/// <summary>Either a stored draft or a problem.</summary>
internal sealed record CreatedDraft(CreateDraftResponse? Draft, ProblemHttpResult? Problem);
