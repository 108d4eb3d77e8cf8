using System.Text;
using MimeKit;
using MimeKit.IO;
using Signet.Extraction.Text;

namespace Signet.Extraction.Mail;

/// <summary>Reads the bytes of a mail. Nothing is written anywhere, and what MimeKit throws is never passed on: its texts can quote the mail.</summary>
public static class MailReader
{
    private static readonly ParserOptions Options = CreateOptions();

    /// <summary>The mail, or null when the bytes are no mail: no header that every mail has could be read.</summary>
    public static MailContent? Read(Stream mail, CancellationToken cancellationToken)
    {
        try
        {
            // Persistent: parts point into the given stream instead of holding copies.
            using var bounded = new BoundStream(mail, mail.Position, mail.Position + MailBounds.Of(mail), leaveOpen: true);
            using var message = new MimeParser(Options, bounded, MimeFormat.Entity, persistent: true).ParseMessage(cancellationToken);
            if (!IsMail(message)) return null;
            return new(FirstSender(message), NullIfEmpty(message.Subject), SentAt(message), Body(message, cancellationToken));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static ParserOptions CreateOptions()
    {
        var options = ParserOptions.Default.Clone();
        options.MaxMimeDepth = Limits.MimeDepth;
        options.CharsetEncoding = Encoding.UTF8;
        return options;
    }

    private static bool IsMail(MimeMessage message) =>
        message.Headers.Contains(HeaderId.From) || message.Headers.Contains(HeaderId.Date) || message.Headers.Contains(HeaderId.MessageId)
        || message.Headers.Contains(HeaderId.Received) || message.Headers.Contains(HeaderId.Subject);

    private static Sender? FirstSender(MimeMessage message)
    {
        var mailbox = message.From.Mailboxes.FirstOrDefault() ?? message.Sender;
        return mailbox is null ? null : new(NullIfEmpty(mailbox.Name?.ReplaceLineEndings(" ")), mailbox.Address);
    }

    private static DateTimeOffset? SentAt(MimeMessage message) =>
        message.Headers.Contains(HeaderId.Date) && message.Date != DateTimeOffset.MinValue ? message.Date : null;

    private static string Body(MimeMessage message, CancellationToken cancellationToken)
    {
        var html = Limits.HtmlCharacters;
        var body = new StringBuilder();
        foreach (var part in BodyParts.Of(message))
        {
            if (body.Length > Limits.BodyCharacters) break;
            var text = PartText.Of(part);
            if (body.Length > 0) body.Append('\n');
            body.Append(part.IsHtml ? HtmlLines.Read(text.Cut(html), cancellationToken: cancellationToken) : text);
            if (part.IsHtml) html = Math.Max(0, html - text.Length);
        }

        return body.ToString();
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
