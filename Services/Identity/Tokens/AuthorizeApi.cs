using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Signet.Identity.Sessions;
using Signet.Identity.SignIn;
using Signet.Identity.SignIn.Pages;
using Signet.ServiceDefaults;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Signet.Identity.Tokens;

/// <summary>The two endpoints of the authorization server. OpenIddict has checked client, redirect, challenge and code before these run.</summary>
internal static class AuthorizeApi
{
    public static IEndpointRouteBuilder MapAuthorizeApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(AuthorizationServerExtensions.AuthorizePath, Authorize).RequireCallers(Callers.Gateway).ExcludeFromDescription();
        routes.MapPost(AuthorizationServerExtensions.TokenPath, RedeemCode).RequireCallers(Callers.Gateway).DisableAntiforgery().ExcludeFromDescription();
        return routes;
    }

    /// <summary>Issues a code for the session of this browser, or asks for a sign-in first.</summary>
    private static async Task<IResult> Authorize(HttpContext context, TimeProvider clock)
    {
        // Client, redirect or challenge did not fit: nothing here may lead the browser anywhere but to our own page.
        if (context.GetOpenIddictServerResponse()?.Error is not null)
            return TypedResults.Redirect(FaultModel.Path);

        var request = context.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("OpenIddict did not see this request.");
        var browser = await context.AuthenticateAsync(SignInCookie.Scheme);
        if (browser.Principal?.FindLive() is not { } live)
        {
            return request.HasPromptValue(PromptValues.None)
                ? Refuse(Errors.LoginRequired, "Nobody is signed in.")
                : TypedResults.Redirect($"/signin?returnUrl={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}");
        }

        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        identity.SetClaim(TokenClaims.Subject, live.UserId.ToString());
        identity.SetClaim(InternalToken.Organization, live.OrganizationId.ToString());
        identity.SetClaim(InternalToken.Session, live.SessionId.ToString());
        identity.SetScopes(request.GetScopes());
        identity.SetDestinations(_ => [Destinations.AccessToken]);
        identity.SetAccessTokenLifetime(live.ExpiresAt - clock.GetUtcNow());
        return TypedResults.SignIn(new ClaimsPrincipal(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    /// <summary>Turns a code into the opaque access token, unless the session ended in between.</summary>
    private static async Task<IResult> RedeemCode(HttpContext context, Tenant tenant, SessionStore sessions, CancellationToken cancellationToken)
    {
        var code = (await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal;
        if (code?.FindId(InternalToken.Organization) is not { } organizationId || code.FindId(InternalToken.Session) is not { } sessionId)
            return Refuse(Errors.InvalidGrant, "The code is not valid.");

        tenant.Become(organizationId);
        return await sessions.FindLiveAsync(sessionId, cancellationToken) is null
            ? Refuse(Errors.InvalidGrant, "The session is over.")
            : TypedResults.SignIn(code, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static ForbidHttpResult Refuse(string error, string description) => TypedResults.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
        }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
}
