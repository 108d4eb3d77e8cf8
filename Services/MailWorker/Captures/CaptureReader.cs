using System.Diagnostics;
using Signet.Extraction;
using Signet.Extraction.Mail;
using Signet.Extraction.Text;
using Signet.ServiceDefaults;

namespace Signet.MailWorker.Captures;

/// <summary>Parses and extracts, on a bounded number of threads. What is thrown in here stays in here: messages of parsers quote the mail.</summary>
internal sealed partial class CaptureReader(CaptureGate gate, ILogger<CaptureReader> logger)
{
    private const int LongestSubject = 500;

    public async Task<CaptureReading> ReadAsync(UploadBuffer body, CaptureContent content, ExtractionOptions locale, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterParseAsync(cancellationToken);
        if (!turn.IsAcquired) throw new UnreachableException("Every upload has a place in the queue of the parsers.");
        return await Task.Run(() => Read(body, content, locale, cancellationToken), cancellationToken);
    }

    private CaptureReading Read(UploadBuffer body, CaptureContent content, ExtractionOptions locale, CancellationToken cancellationToken)
    {
        try
        {
            if (body.Bytes.Trim(" \t\r\n"u8).Length == 0) return CaptureReading.Failed(CaptureFailure.Empty);
            if (Parse(body, content, cancellationToken) is not { } mail) return CaptureReading.Failed(CaptureFailure.NotAMail);
            if (string.IsNullOrWhiteSpace(mail.Body)) return CaptureReading.Failed(CaptureFailure.Empty);
            var draft = ContactExtractor.Extract(mail, locale);
            return draft.Fields.Count == 0
                ? CaptureReading.Failed(CaptureFailure.NothingFound)
                : new(draft, CaptureFailure.None, Subject(mail), mail.SentAt);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Type and stack name code, never the mail; the message is left out on purpose.
            Log.ReadingFailed(logger, body.Length, Faults.Describe(fault));
            return CaptureReading.Failed(CaptureFailure.Fault);
        }
    }

    private static string? Subject(MailContent mail) =>
        mail.Subject is { } written && Cleaning.Line(written, LongestSubject) is { Length: > 0 } subject ? subject : null;

    private static MailContent? Parse(UploadBuffer body, CaptureContent content, CancellationToken cancellationToken)
    {
        if (content.Charset is { } charset) return MailContent.Pasted(charset.GetString(body.Bytes));
        using var stream = body.Open();
        return MailReader.Read(stream, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Reading an upload of {Bytes} bytes failed: {Fault}")]
        public static partial void ReadingFailed(ILogger logger, int bytes, string fault);
    }
}
