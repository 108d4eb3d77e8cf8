using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Signet.Identity.Sessions;
using Signet.Identity.Tokens;
using Signet.ServiceDefaults;

namespace Signet.Identity.SignIn;

/// <summary>
/// The cookie of the sign-in origin. It names a session and is worth exactly as much as that session: every request looks it up, so it is
/// over when the session was ended anywhere.
/// </summary>
internal static class SignInCookie
{
    public const string Scheme = "SignIn";
    public const string Name = "__Host-signet-id";

    private const string ExpiresClaim = "exp";

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = Name;
        options.Cookie.HttpOnly = true;
        options.Cookie.Path = "/";
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.ExpireTimeSpan = Session.Lifetime;
        options.SlidingExpiration = false;
        options.LoginPath = "/signin";
        options.Events.OnValidatePrincipal = ValidateAsync;
    }

    public static Task SignInWithAsync(this HttpContext context, Session session) =>
        context.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(
            [
                new Claim(TokenClaims.Subject, session.UserId.ToString()),
                new Claim(InternalToken.Organization, session.OrganizationId.ToString()),
                new Claim(InternalToken.Session, session.Id.ToString()),
                new Claim(ExpiresClaim, session.ExpiresAt.ToString("O", CultureInfo.InvariantCulture)),
            ], Scheme)), new AuthenticationProperties { IsPersistent = true, IssuedUtc = session.CreatedAt, ExpiresUtc = session.ExpiresAt });

    /// <summary>The ids in a cookie that passed <see cref="ValidateAsync"/>.</summary>
    public static SignedIn? FindLive(this ClaimsPrincipal principal) =>
        principal.FindId(InternalToken.Organization) is { } organization && principal.FindId(TokenClaims.Subject) is { } user && principal.FindId(InternalToken.Session) is { } session
        && DateTimeOffset.TryParse(principal.FindFirstValue(ExpiresClaim), CultureInfo.InvariantCulture, out var expires)
            ? new SignedIn(organization, user, session, expires)
            : null;

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (context.Principal?.FindLive() is { } ids)
        {
            context.HttpContext.RequestServices.GetRequiredService<Tenant>().Become(ids.OrganizationId, ids.UserId, ids.SessionId);
            if (await context.HttpContext.RequestServices.GetRequiredService<SessionStore>().FindLiveAsync(ids.SessionId, context.HttpContext.RequestAborted) is not null)
                return;
        }

        context.RejectPrincipal();
    }
}

/// <summary>Who is signed in at this browser.</summary>
internal sealed record SignedIn(Guid OrganizationId, Guid UserId, Guid SessionId, DateTimeOffset ExpiresAt);
