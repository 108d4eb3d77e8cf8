using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Signet.ServiceDefaults;

/// <summary>The master key in a file. Every service derives a key of its own from it, so that none can read what another wrapped.</summary>
internal sealed class FileKeyWrapper : IKeyWrapper
{
    private const int KeySize = 32;
    private const UnixFileMode Foreign = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private readonly byte[] _serviceKey;
    private readonly EncryptThenMac _wrapping;

    public FileKeyWrapper(IOptions<SecretOptions> options, ServiceName service)
    {
        var master = Read(options.Value.MasterKeyFile);
        _serviceKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, master, KeySize, info: Encoding.UTF8.GetBytes($"signet/service/{service}"));
        CryptographicOperations.ZeroMemory(master);
        _wrapping = new(HKDF.DeriveKey(HashAlgorithmName.SHA256, _serviceKey, 2 * KeySize, info: "signet/wrap"u8.ToArray()));
    }

    public ValueTask<byte[]> WrapAsync(string context, ReadOnlyMemory<byte> key, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_wrapping.Protect(context, 0, key.Span));

    public ValueTask<byte[]> UnwrapAsync(string context, ReadOnlyMemory<byte> wrapped, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_wrapping.Unprotect(context, wrapped.Span));

    public byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _serviceKey, KeySize, info: Encoding.UTF8.GetBytes($"signet/purpose/{purpose}"));

    private static byte[] Read(string path)
    {
        if (path.Length == 0) throw new InvalidOperationException("Secrets:MasterKeyFile is missing. Name a file with 32 random bytes as base64 that only the service's user reads.");
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Foreign) != 0)
            throw new InvalidOperationException("The file that Secrets:MasterKeyFile names can be read by other users. Allow it to its owner alone (chmod 600).");
        var key = Convert.FromBase64String(File.ReadAllText(path).Trim());
        return key.Length == KeySize ? key : throw new InvalidOperationException("The file that Secrets:MasterKeyFile names does not hold 32 bytes as base64.");
    }
}
