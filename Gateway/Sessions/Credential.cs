using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Signet.Gateway.Sessions;

/// <summary>What a caller shows at the door. Only its shape is known here; whether it is worth anything is identity's to say.</summary>
internal sealed record Credential(CredentialKind Kind, string Value)
{
    private const string PersonalAccessTokenPrefix = "sgp_";
    private const int Shortest = 20;
    private const int Longest = 512;

    // Without the dot: an internal token (a JWT) shown from outside is refused before anybody is asked.
    private static readonly SearchValues<char> _alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>Stands for the value in caches, so that no cache holds a credential.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Value)));

    public static Credential? OfCookie(string value) => HasShape(value) ? new(CredentialKind.Session, value) : null;

    public static Credential? OfBearer(string value) => !HasShape(value) ? null
        : value.StartsWith(PersonalAccessTokenPrefix, StringComparison.Ordinal) ? new(CredentialKind.PersonalAccessToken, value)
        : new(CredentialKind.AccessToken, value);

    /// <summary>Keeps the value out of logs and messages.</summary>
    public override string ToString() => Kind.ToString();

    private static bool HasShape(string value) =>
        value.Length is >= Shortest and <= Longest && !value.AsSpan().ContainsAnyExcept(_alphabet);
}

internal enum CredentialKind
{
    /// <summary>The browser's session cookie.</summary>
    Session,

    /// <summary>A personal access token, <c>sgp_…</c>.</summary>
    PersonalAccessToken,

    /// <summary>An OAuth access token of a program.</summary>
    AccessToken,
}
