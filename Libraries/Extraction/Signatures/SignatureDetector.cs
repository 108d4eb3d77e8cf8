using Signet.Extraction.Mail;
using Signet.Extraction.People;
using Signet.Extraction.Quotes;
using Signet.Extraction.Text;

namespace Signet.Extraction.Signatures;

/// <summary>The numbers of the body's lines that are a signature, counted from 0; none when the mail has no signature.</summary>
public sealed record DetectedSignature(IReadOnlyList<int> Lines);

/// <summary>Detection by itself: has the mail a signature, and which lines are it. The closing line ("Best regards") belongs to it.</summary>
public static class SignatureDetector
{
    public static DetectedSignature Detect(MailContent mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var text = MailText.Of(mail.From, mail.Body);
        var steps = new StepCounter();
        QuoteMarker.Mark(text.Lines, steps);
        var signature = new SignatureFinder(text.Lines, SenderIdentity.Of(mail.From), steps).Find();
        return new([.. signature.Lines.Where(line => !line.IsBlank).Select(line => line.Index)]);
    }
}
