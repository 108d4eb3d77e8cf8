using Signet.Extraction;

namespace Signet.MailWorker.Captures;

/// <summary>Why a body gave no draft.</summary>
internal enum CaptureFailure
{
    None,
    NotAMail,
    Empty,
    NothingFound,

    /// <summary>A fault of ours.</summary>
    Fault,
}

/// <summary>What reading the body gave.</summary>
internal sealed record CaptureReading(ContactDraft? Draft, CaptureFailure Failure, string? Subject, DateTimeOffset? SentAt)
{
    public static CaptureReading Failed(CaptureFailure failure) => new(null, failure, null, null);
}
