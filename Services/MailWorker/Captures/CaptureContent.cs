using System.Text;
using Microsoft.Net.Http.Headers;

namespace Signet.MailWorker.Captures;

/// <summary>What the request says that its body is.</summary>
/// <param name="Charset">Of pasted text; null for a mail, which says so itself.</param>
internal sealed record CaptureContent(Encoding? Charset)
{
    private static readonly Dictionary<string, Encoding> Charsets = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utf-8"] = Encoding.UTF8,
        ["utf8"] = Encoding.UTF8,
        ["us-ascii"] = Encoding.UTF8,
        ["iso-8859-1"] = Encoding.Latin1,
        ["utf-16"] = Encoding.Unicode,
        ["utf-16le"] = Encoding.Unicode,
        ["utf-16be"] = Encoding.BigEndianUnicode,
    };

    public bool IsMail => Charset is null;

    /// <summary>Null when it is neither a mail nor text in a known charset, or compressed: unpacking could cost anything.</summary>
    public static CaptureContent? Of(HttpRequest request)
    {
        if (request.Headers.ContentEncoding.Any(encoding => !string.IsNullOrEmpty(encoding) && !string.Equals(encoding, "identity", StringComparison.OrdinalIgnoreCase))) return null;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)) return null;
        if (type.MediaType.Equals("message/rfc822", StringComparison.OrdinalIgnoreCase)) return new((Encoding?)null);
        if (!type.MediaType.Equals("text/plain", StringComparison.OrdinalIgnoreCase)) return null;
        var charset = HeaderUtilities.RemoveQuotes(type.Charset);
        if (!charset.HasValue || charset.Length == 0) return new(Encoding.UTF8);
        return Charsets.TryGetValue(charset.Value!, out var encoding) ? new(encoding) : null;
    }
}
