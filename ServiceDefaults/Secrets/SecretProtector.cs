namespace Signet.ServiceDefaults;

/// <summary>Encrypts secrets of the scope's organisation for its database rows.</summary>
public sealed class SecretProtector
{
    private readonly DataKeys _keys;
    private readonly Tenant _tenant;

    internal SecretProtector(DataKeys keys, Tenant tenant) => (_keys, _tenant) = (keys, tenant);

    /// <param name="context">Which record and column this is. A value that is moved to another one cannot be read there.</param>
    public async Task<byte[]> ProtectAsync(string context, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var (version, key) = await _keys.NewestAsync(Organization, cancellationToken);
        return key.Protect(Bind(context), version, content.Span);
    }

    /// <summary>Throws <see cref="System.Security.Cryptography.CryptographicException"/>, always the same one, for what was not protected here for this context.</summary>
    public async Task<byte[]> UnprotectAsync(string context, ReadOnlyMemory<byte> value, CancellationToken cancellationToken)
    {
        var key = await _keys.FindAsync(Organization, EncryptThenMac.KeyVersionOf(value.Span), cancellationToken) ?? throw EncryptThenMac.Unreadable();
        return key.Unprotect(Bind(context), value.Span);
    }

    private Guid Organization => _tenant.IsKnown ? _tenant.OrganizationId : throw new InvalidOperationException("Secrets belong to an organisation; this scope works for none.");

    private string Bind(string context) => $"{_tenant.OrganizationId}/{context}";
}
