using Microsoft.AspNetCore.Http.HttpResults;
using Signet.ServiceDefaults;

namespace Signet.MailWorker.Captures;

/// <summary>What is answered when nothing could be captured: what happened, and what to do.</summary>
internal static class CaptureProblems
{
    public static ProblemHttpResult IdempotencyKeyMissing() => Problems.Of(
        400, "idempotency-key-missing", "Idempotency-Key is missing", "Send an Idempotency-Key header with a new random value per capture, and the same value when you repeat it.");

    public static ProblemHttpResult LocaleUnknown(IDictionary<string, string[]> errors) => Problems.Of(
        400, "validation-failed", "The region or language is unknown", "Mend the parameters that errors names, or leave them out: then the settings of your organization decide.", errors);

    public static ProblemHttpResult UnsupportedMediaType() => Problems.Of(
        415, "unsupported-media-type", "This type of content cannot be read",
        "Send a mail as message/rfc822 (an .eml file) or text as text/plain; charset=utf-8, without Content-Encoding.");

    public static ProblemHttpResult TooLarge(int largest) => Problems.Of(
        413, "capture-too-large", "The mail is too large", $"A mail may have up to {largest / (1024 * 1024)} MB. Remove attachments, or paste the signature as text.");

    public static ProblemHttpResult Busy(HttpResponse response)
    {
        response.Headers.RetryAfter = "5";
        return Problems.Of(503, "service-unavailable", "Too many mails at once", "Nothing was saved. Try again in a few seconds with the same Idempotency-Key.");
    }

    public static ProblemHttpResult ContactsUnavailable() => Problems.Of(
        503, "service-unavailable", "The draft could not be saved", "The mail was read, but the contacts service cannot be reached. Nothing was saved. Try again in a moment with the same Idempotency-Key.");

    public static ProblemHttpResult Unreadable(CaptureFailure failure) => failure switch
    {
        CaptureFailure.NotAMail => Problems.Of(422, "not-a-mail", "This is not a mail", "Save the mail from your mail program as an .eml file and send that, or paste its text."),
        CaptureFailure.Empty => Problems.Of(422, "mail-empty", "There is no text", "The mail has no readable text. Send a mail with a signature, or paste the signature."),
        CaptureFailure.NothingFound => Problems.Of(422, "no-contact-found", "No contact was found", "No name, company, mail address or phone number of the sender was recognised. Paste the signature itself, or type the contact."),
        _ => Problems.Of(500, "capture-failed", "The mail could not be read", "Reading failed on our side and nothing was saved. Paste the signature as text, and tell support the trace id."),
    };
}
