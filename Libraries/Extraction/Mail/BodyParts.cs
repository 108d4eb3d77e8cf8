using MimeKit;

namespace Signet.Extraction.Mail;

/// <summary>
/// Chooses what a reader would see: of alternatives the plain text unless it says nothing, of mixed parts every text that is no attachment
/// (gateways append footers as parts of their own).
/// </summary>
internal static class BodyParts
{
    private const int MostParts = 20;

    public static List<TextPart> Of(MimeMessage message)
    {
        var parts = new List<TextPart>();
        if (message.Body is not null) Collect(message.Body, parts);
        return parts;
    }

    // Depth is bounded by Limits.MimeDepth in the parser.
    private static void Collect(MimeEntity entity, List<TextPart> parts)
    {
        if (parts.Count >= MostParts) return;
        switch (entity)
        {
            case MultipartAlternative alternative:
                if (Choose(alternative) is { } chosen) Collect(chosen, parts);
                break;
            case MultipartRelated related:
                if (related.Root is { } root) Collect(root, parts);
                break;
            case Multipart multipart:
                foreach (var child in multipart) Collect(child, parts);
                break;
            case TextPart text when !text.IsAttachment && (text.IsPlain || text.IsHtml) && (parts.Count == 0 || text.FileName is null):
                parts.Add(text);
                break;
        }
    }

    private static MimeEntity? Choose(MultipartAlternative alternative)
    {
        var plain = alternative.OfType<TextPart>().FirstOrDefault(part => part.IsPlain);
        if (plain is not null && PartText.Of(plain).AsSpan().Trim().Length > 0) return plain;
        return alternative.LastOrDefault(part => part is TextPart { IsHtml: true } or Multipart) ?? plain;
    }
}
