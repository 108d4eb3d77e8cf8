namespace Signet.Extraction.Mail;

/// <summary>What extraction needs of a mail: who sent it, and the body as lines of text.</summary>
public sealed record MailContent(Sender? From, string? Subject, DateTimeOffset? SentAt, string Body)
{
    /// <summary>Text that somebody pasted: a signature, or a whole mail without its headers.</summary>
    public static MailContent Pasted(string text) => new(null, null, null, text);
}
