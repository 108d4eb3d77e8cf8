using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Signet.Gateway.Edge;
using Signet.ServiceDefaults;

namespace Signet.Gateway.Sessions;

/// <summary>
/// Decides about a request to the API: which credential it shows, whether that may be used here, and what identity gives for it. What goes on to
/// a service is only the internal token; the credential itself stays at the door.
/// </summary>
internal sealed class Door(InternalTokens tokens, IOptions<EdgeOptions> edge)
{
    private const string Scheme = "Bearer ";

    /// <summary>The internal token for <paramref name="audience"/>, or the refusal.</summary>
    public async Task<(string? Token, ProblemHttpResult? Refusal)> AdmitAsync(HttpContext context, ServiceChannel channel, string audience)
    {
        var request = context.Request;
        var authorization = request.Headers.Authorization.ToString();
        var cookie = request.Cookies[SessionCookies.Session];
        if (authorization.Length > 0 && cookie is not null)
        {
            // Which of the two was meant decides whose data changes; guessing is how confusions of that kind begin.
            return (null, EdgeProblems.TwoCredentials());
        }

        if (cookie is not null && !OriginRule.Allows(request, edge.Value))
        {
            return (null, EdgeProblems.OriginRefused());
        }

        var credential = cookie is not null ? Credential.OfCookie(cookie)
            : authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? Credential.OfBearer(authorization[Scheme.Length..].Trim())
            : null;
        if (credential is null)
        {
            return (null, Unauthenticated(context));
        }

        var answer = await tokens.GetAsync(channel, credential, audience, context.RequestAborted);
        return answer.Outcome switch
        {
            TokenOutcome.Granted => (answer.Granted!.AccessToken, null),
            TokenOutcome.Refused => (null, Unauthenticated(context)),
            _ => (null, Unavailable(context)),
        };
    }

    private static ProblemHttpResult Unauthenticated(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return EdgeProblems.Unauthenticated();
    }

    private static ProblemHttpResult Unavailable(HttpContext context)
    {
        context.Response.Headers.RetryAfter = EdgeProblems.RetryAfter;
        return EdgeProblems.ServiceUnavailable(StatusCodes.Status503ServiceUnavailable);
    }
}
