using System.Security.Cryptography;
using System.Text;

namespace Signet.Identity.Users;

/// <summary>The form in which sign-in addresses are compared and looked up.</summary>
public static class MailAddress
{
    /// <summary>The longest address that mail can carry (RFC 5321, 4.5.3.1.3).</summary>
    public const int MaxLength = 254;

    public static bool IsPlausible(string? address) =>
        address?.Trim() is { Length: > 2 and <= MaxLength } text
        && text.IndexOf('@') is > 0 and var at && at == text.LastIndexOf('@') && at < text.Length - 1
        && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || char.IsSurrogate(c) || IsDirectional(c));

    public static string Normalize(string address) => address.Trim().Normalize(NormalizationForm.FormC).ToLowerInvariant();

    /// <summary>The key of the sign-in directory, which holds no address in clear because it is outside row-level security.</summary>
    public static byte[] Hash(string address) => SHA256.HashData(Encoding.UTF8.GetBytes(Normalize(address)));

    // Overrides and isolates of bidirectional text let one address look like another.
    private static bool IsDirectional(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F';
}
