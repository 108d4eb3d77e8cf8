using Microsoft.AspNetCore.Http.HttpResults;
using Signet.Contracts;
using Signet.ServiceDefaults;

namespace Signet.Identity.Sessions;

/// <summary>The user's own session. The list of sessions comes with the account page.</summary>
public static class SessionsApi
{
    public static IEndpointRouteBuilder MapSessionsApi(this IEndpointRouteBuilder routes)
    {
        routes.MapDelete("/api/v1/sessions/current", EndCurrent).WithName("EndCurrentSession").WithTags("Sessions").RequirePermission(Permissions.ProfileRead);
        return routes;
    }

    /// <summary>Signs out: ends the session that this request came with.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> EndCurrent(Tenant tenant, SessionStore sessions, CancellationToken cancellationToken) =>
        await sessions.EndAsync(tenant.SessionId, cancellationToken)
            ? TypedResults.NoContent()
            : Problems.NotFound("session-not-found", "There is no session to end", "A personal access token has no session. Delete the token instead.");
}
