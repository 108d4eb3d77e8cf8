using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Signet.Identity.SignIn;

/// <summary>
/// What one sign-in carries from page to page, encrypted: so that the address is in no URL, the return address cannot be exchanged
/// on the way, and two tabs do not mix.
/// </summary>
/// <param name="Accounts">Filled when address and password fit accounts of several organisations.</param>
public sealed record SignInState(string Address, string? ReturnUrl, DateTimeOffset StartedAt, IReadOnlyList<Account>? Accounts = null);

/// <summary>Seals and opens <see cref="SignInState"/>.</summary>
public sealed class SignInStates(IDataProtectionProvider protection, TimeProvider clock)
{
    public const string CookieName = "__Host-signet-signin";

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    public static CookieOptions CookieOptions => new() { HttpOnly = true, Secure = true, Path = "/", SameSite = SameSiteMode.Lax, MaxAge = Lifetime, IsEssential = true };

    private readonly IDataProtector protector = protection.CreateProtector("Signet.Identity.SignIn");

    public SignInState Start(string address, string? returnUrl) => new(address, returnUrl, clock.GetUtcNow());

    public string Seal(SignInState state) => protector.Protect(JsonSerializer.Serialize(state));

    /// <summary>The state, or null when it is missing, forged or too old.</summary>
    public SignInState? Open(string? sealedState)
    {
        if (string.IsNullOrEmpty(sealedState) || sealedState.Length > 8192)
            return null;

        try
        {
            var state = JsonSerializer.Deserialize<SignInState>(protector.Unprotect(sealedState));
            return state is not null && clock.GetUtcNow() - state.StartedAt < Lifetime ? state : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
