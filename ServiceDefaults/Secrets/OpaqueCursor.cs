using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Signet.ServiceDefaults;

/// <summary>Paging positions that clients hand back without being able to read or make them; of no use in another organisation.</summary>
public sealed class OpaqueCursor
{
    private const string Context = "cursor";

    private readonly EncryptThenMac _key;
    private readonly Tenant _tenant;

    internal OpaqueCursor(CursorKey key, Tenant tenant) => (_key, _tenant) = (key.Value, tenant);

    public string Protect<T>(T position) =>
        WebEncoders.Base64UrlEncode(_key.Protect(Bound, 0, JsonSerializer.SerializeToUtf8Bytes(position, JsonSerializerOptions.Web)));

    /// <summary>Null for what is no cursor of this organisation and service.</summary>
    public T? Unprotect<T>(string cursor) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(_key.Unprotect(Bound, WebEncoders.Base64UrlDecode(cursor)), JsonSerializerOptions.Web);
        }
        catch (Exception fault) when (fault is FormatException or CryptographicException or JsonException)
        {
            return null;
        }
    }

    private string Bound => $"{Context}/{_tenant.OrganizationId}";
}

/// <summary>The key of this service's cursors.</summary>
internal sealed class CursorKey(IKeyWrapper wrapper)
{
    public EncryptThenMac Value { get; } = new([.. wrapper.Derive("cursor/encryption"), .. wrapper.Derive("cursor/authentication")]);
}
