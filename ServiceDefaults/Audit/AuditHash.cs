using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Signet.ServiceDefaults;

/// <summary>The hash of an entry's content, for whoever verifies it later.</summary>
public static class AuditHash
{
    /// <summary>A JSON array of strings is unambiguous: no value can move into its neighbour.</summary>
    public static byte[] Of(AuditEntry entry) => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes<string?[]>(
    [
        "1",
        entry.Id.ToString(),
        entry.OrganizationId.ToString(),
        entry.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        entry.UserId.ToString(),
        entry.Actor,
        entry.SessionId.ToString(),
        entry.Action,
        entry.SubjectKind,
        entry.SubjectId.ToString(),
        entry.Facts,
    ]));
}
