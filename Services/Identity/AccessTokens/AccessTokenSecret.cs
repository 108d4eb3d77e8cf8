using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Signet.Identity.AccessTokens;

/// <summary>
/// The text of a personal access token: <c>sgp_</c>, 32 random bytes and a checksum, base64url. Prefix and checksum let secret
/// scanners find a leaked token without asking us, and let a mistyped one be refused without asking the database.
/// </summary>
public static class AccessTokenSecret
{
    public const string Prefix = "sgp_";

    private const int SecretBytes = 32;
    private const int ChecksumBytes = 4;
    private const int Length = 4 + 48;

    public static string Create()
    {
        Span<byte> bytes = stackalloc byte[SecretBytes + ChecksumBytes];
        RandomNumberGenerator.Fill(bytes[..SecretBytes]);
        Checksum(bytes[..SecretBytes], bytes[SecretBytes..]);
        return Prefix + Base64Url.EncodeToString(bytes);
    }

    public static bool IsWellFormed(string text)
    {
        Span<byte> bytes = stackalloc byte[SecretBytes + ChecksumBytes];
        Span<byte> checksum = stackalloc byte[ChecksumBytes];
        if (text.Length != Length || !text.StartsWith(Prefix, StringComparison.Ordinal)
            || !Base64Url.IsValid(text.AsSpan(Prefix.Length)) || !Base64Url.TryDecodeFromChars(text.AsSpan(Prefix.Length), bytes, out var written) || written != bytes.Length)
            return false;

        Checksum(bytes[..SecretBytes], checksum);
        return checksum.SequenceEqual(bytes[SecretBytes..]);
    }

    public static byte[] Hash(string text) => SHA256.HashData(Encoding.ASCII.GetBytes(text));

    // No secret in it: it only tells a token from a typing error.
    private static void Checksum(ReadOnlySpan<byte> secret, Span<byte> destination)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(secret, digest);
        digest[..ChecksumBytes].CopyTo(destination);
    }
}
