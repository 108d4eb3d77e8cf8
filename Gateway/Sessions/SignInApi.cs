using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Signet.Gateway.Edge;
using Signet.ServiceDefaults;

namespace Signet.Gateway.Sessions;

/// <summary>Sign-in and sign-out of browsers: OpenID Connect's code flow, with identity's pages on their own origin and the code redeemed over the inner network.</summary>
internal static class SignInApi
{
    public const string CallbackPath = "/signin/callback";

    private const string Scope = "signet";

    public static WebApplication MapSignIn(this WebApplication app)
    {
        var site = app.MapGroup("").RequireHost(app.PublicHost());
        site.MapGet("/signin", Begin);
        site.MapGet(CallbackPath, CompleteAsync);
        site.MapPost("/signout", EndAsync);
        return app;
    }

    private static IResult Begin(HttpContext context, string? returnUrl, IOptions<EdgeOptions> edge)
    {
        var attempt = SignInAttempt.Begin(returnUrl);
        SessionCookies.Set(context.Response, SessionCookies.SignIn, attempt.ToCookie(), SignInAttempt.Lifetime);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Redirect(QueryHelpers.AddQueryString(edge.Value.SignInOrigin + "/connect/authorize", new Dictionary<string, string?>
        {
            ["client_id"] = SessionOptions.ClientId,
            ["response_type"] = "code",
            ["scope"] = Scope,
            ["redirect_uri"] = edge.Value.PublicOrigin + CallbackPath,
            ["state"] = attempt.State,
            ["code_challenge"] = attempt.Challenge,
            ["code_challenge_method"] = "S256",
        }));
    }

    private static async Task<IResult> CompleteAsync(
        HttpContext context, string? code, string? state, string? iss, string? error,
        IdentityTokens identity, ServiceChannels channels, IOptions<EdgeOptions> edge, CancellationToken ct)
    {
        context.Response.Headers.CacheControl = "no-store";
        var attempt = SignInAttempt.FromCookie(context.Request.Cookies[SessionCookies.SignIn]);
        if (attempt is null || !attempt.Answers(state) || !IsOurs(iss, edge.Value))
        {
            return SignInPage.Expired();
        }

        SessionCookies.Clear(context.Response, SessionCookies.SignIn);
        if (error is not null || code is null)
        {
            return SignInPage.Declined(attempt.ReturnUrl);
        }

        var answer = await identity.RedeemAsync(channels.Current, code, attempt.Verifier, ct);
        if (answer.Granted is not { } granted)
        {
            return answer.Outcome == TokenOutcome.Refused ? SignInPage.Expired() : SignInPage.Unavailable(attempt.ReturnUrl);
        }

        SessionCookies.Set(context.Response, SessionCookies.Session, granted.AccessToken, TimeSpan.FromSeconds(granted.ExpiresIn));
        return Results.LocalRedirect(attempt.ReturnUrl);
    }

    private static async Task<IResult> EndAsync(
        HttpContext context, InternalTokens tokens, IdentityTokens identity, ServiceChannels channels, IOptions<EdgeOptions> edge, CancellationToken ct)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!OriginRule.Allows(context.Request, edge.Value))
        {
            return EdgeProblems.OriginRefused();
        }

        if (context.Request.Cookies[SessionCookies.Session] is { } value && Credential.OfCookie(value) is { } credential)
        {
            var channel = channels.Current;
            var answer = await tokens.GetAsync(channel, credential, "identity", ct);
            var ended = answer.Outcome == TokenOutcome.Refused
                || (answer.Granted is { } granted && await identity.EndSessionAsync(channel, granted.AccessToken, ct));
            if (!ended)
            {
                // The cookie stays: a session that still lives must not be out of its owner's sight.
                return EdgeProblems.ServiceUnavailable(StatusCodes.Status503ServiceUnavailable);
            }
        }

        SessionCookies.Clear(context.Response, SessionCookies.Session);
        return Results.NoContent();
    }

    /// <summary>The answer says who gave it (RFC 9207), so that no other provider's answer is taken for identity's.</summary>
    private static bool IsOurs(string? issuer, EdgeOptions edge) =>
        Uri.TryCreate(issuer, UriKind.Absolute, out var uri) && uri == edge.SignInUrl;
}
