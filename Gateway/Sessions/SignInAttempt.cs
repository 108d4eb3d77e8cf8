using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Signet.Gateway.Sessions;

/// <summary>
/// One way through sign-in, remembered by the browser that began it: <c>state</c> ties the answer to that browser, the verifier (PKCE, RFC 7636)
/// ties the code to this attempt.
/// </summary>
internal sealed record SignInAttempt(string State, string Verifier, string ReturnUrl)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    public string Challenge => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public static SignInAttempt Begin(string? returnUrl) => new(
        WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32)),
        WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32)),
        LocalUrl.OrRoot(returnUrl));

    public string ToCookie() => $"{State}.{Verifier}.{WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(ReturnUrl))}";

    public static SignInAttempt? FromCookie(string? cookie)
    {
        if (cookie?.Split('.') is not [{ Length: > 0 } state, { Length: > 0 } verifier, var returnUrl])
        {
            return null;
        }

        try
        {
            return new SignInAttempt(state, verifier, LocalUrl.OrRoot(Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(returnUrl))));
        }
        catch (FormatException)
        {
            return null; // Somebody edited the own cookie: as good as none.
        }
    }

    public bool Answers(string? state) =>
        state is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(state), Encoding.UTF8.GetBytes(State));
}
