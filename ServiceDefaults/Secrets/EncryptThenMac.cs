using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Signet.ServiceDefaults;

/// <summary>
/// AES-256-CBC, then HMAC-SHA-256 over everything: format version, key version, context, IV, ciphertext. Nothing is decrypted before the tag
/// fits, and every way of failing looks the same.
/// <code>version(1) keyVersion(4) iv(16) ciphertext(n·16) tag(32)</code>
/// </summary>
internal sealed class EncryptThenMac
{
    private const byte Format = 1;
    private const int HeaderSize = 5;
    private const int IvSize = 16;
    private const int TagSize = 32;
    private const int KeySize = 32;

    private readonly byte[] _encryption;
    private readonly byte[] _authentication;

    /// <param name="keys">64 bytes: encryption, then authentication.</param>
    public EncryptThenMac(ReadOnlySpan<byte> keys)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(keys.Length, 2 * KeySize);
        _encryption = keys[..KeySize].ToArray();
        _authentication = keys[KeySize..].ToArray();
    }

    public byte[] Protect(string context, int keyVersion, ReadOnlySpan<byte> content)
    {
        using var aes = Aes.Create();
        aes.Key = _encryption;
        var cipherSize = aes.GetCiphertextLengthCbc(content.Length);
        var blob = new byte[HeaderSize + IvSize + cipherSize + TagSize];
        blob[0] = Format;
        BinaryPrimitives.WriteInt32BigEndian(blob.AsSpan(1), keyVersion);
        var iv = blob.AsSpan(HeaderSize, IvSize);
        RandomNumberGenerator.Fill(iv);
        aes.EncryptCbc(content, iv, blob.AsSpan(HeaderSize + IvSize, cipherSize));
        Tag(context, blob.AsSpan(0, blob.Length - TagSize), blob.AsSpan(blob.Length - TagSize));
        return blob;
    }

    public byte[] Unprotect(string context, ReadOnlySpan<byte> blob)
    {
        if (blob.Length < HeaderSize + IvSize + IvSize + TagSize || blob[0] != Format) throw Unreadable();
        Span<byte> expected = stackalloc byte[TagSize];
        Tag(context, blob[..^TagSize], expected);
        if (!CryptographicOperations.FixedTimeEquals(expected, blob[^TagSize..])) throw Unreadable();
        using var aes = Aes.Create();
        aes.Key = _encryption;
        try
        {
            return aes.DecryptCbc(blob[(HeaderSize + IvSize)..^TagSize], blob.Slice(HeaderSize, IvSize));
        }
        catch (CryptographicException)
        {
            throw Unreadable();
        }
    }

    /// <summary>Which key a blob names. Unverified: a wrong one only leads to a tag that does not fit.</summary>
    public static int KeyVersionOf(ReadOnlySpan<byte> blob) => blob.Length >= HeaderSize ? BinaryPrimitives.ReadInt32BigEndian(blob[1..]) : throw Unreadable();

    public static CryptographicException Unreadable() => new("The protected value cannot be read.");

    private void Tag(string context, ReadOnlySpan<byte> body, Span<byte> tag)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _authentication);
        var name = Encoding.UTF8.GetBytes(context);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, name.Length);
        // The length in front: no byte of the context can pass for one of the body.
        mac.AppendData(length);
        mac.AppendData(name);
        mac.AppendData(body);
        mac.GetHashAndReset(tag);
    }
}
