using System.ComponentModel;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Signet.Contracts;
using Signet.MailWorker.Drafts;

namespace Signet.MailWorker.Captures;

/// <summary><c>POST /api/v1/captures/mail</c>: a mail or pasted text becomes a draft. What was sent lives in memory until the answer is written.</summary>
internal static class CaptureMail
{
    [EndpointSummary("Capture a mail")]
    [EndpointDescription("Takes an .eml file (message/rfc822) or pasted text (text/plain; charset=utf-8) of up to 25 MB and answers with the draft that was recognised in it: each field with its confidence, the rule that read it, its place in the text and, for what a contact has once, other readings. Nothing of the mail is stored.")]
    public static async Task<Results<Created<CaptureResponse>, ProblemHttpResult>> HandleAsync(
        [Description("ISO 3166-1 alpha-2, in capitals: how national phone numbers are read when the mail does not say. Without it, the organization's setting decides.")] string? region,
        [Description("ISO 639-1, in small letters: decides between readings that are otherwise even. Without it, the organization's setting decides.")] string? language,
        [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey,
        ClaimsPrincipal caller,
        HttpContext context,
        DraftsClient drafts,
        CaptureGate gate,
        CaptureReader reader,
        CaptureMetrics metrics,
        IOptions<CaptureOptions> options,
        CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (string.IsNullOrWhiteSpace(idempotencyKey)) return CaptureProblems.IdempotencyKeyMissing();
        if (CaptureLocale.Check(region, language) is { } errors) return CaptureProblems.LocaleUnknown(errors);
        if (CaptureContent.Of(context.Request) is not { } content) return CaptureProblems.UnsupportedMediaType();

        using var upload = await gate.EnterUploadAsync(cancellationToken);
        if (!upload.IsAcquired) return CaptureProblems.Busy(context.Response);

        using var body = await UploadBuffer.ReadAsync(context, options.Value.LargestMail, cancellationToken);
        if (body is null) return metrics.Refused(CaptureProblems.TooLarge(options.Value.LargestMail));

        var reading = await reader.ReadAsync(body, content, CaptureLocale.Of(region, language, caller, options.Value), cancellationToken);
        if (reading.Draft is not { } draft) return metrics.Refused(CaptureProblems.Unreadable(reading.Failure));

        var created = await drafts.CreateAsync(DraftRequests.Of(draft), Convert.ToHexStringLower(SHA256.HashData(body.Bytes)), idempotencyKey, cancellationToken);
        if (created.Draft is not { } stored) return metrics.Refused(created.Problem!);

        metrics.Captured(draft.Fields.Count, body.Length);
        return TypedResults.Created($"/api/v1/drafts/{stored.DraftId}", CaptureResponses.Of(reading, draft, stored));
    }
}
