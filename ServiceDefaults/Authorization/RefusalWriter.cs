using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Signet.ServiceDefaults;

/// <summary>Turns refusals into problems: 401 without a usable token, 403 when caller or permission are not enough.</summary>
internal sealed class RefusalWriter(IProblemDetailsService problems) : IAuthorizationMiddlewareResultHandler
{
    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        // No route of ours: there is nothing to protect, and 404 or 405 say more than 401.
        if (authorizeResult.Succeeded || context.GetEndpoint() is not RouteEndpoint)
        {
            await next(context);
            return;
        }

        var problem = policy.Requirements.OfType<CallersRequirement>().All(callers => callers.Allows(context))
            ? StatusProblems.Of(authorizeResult.Challenged ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden)
            : Problems.DetailsOf(StatusCodes.Status403Forbidden, "caller-refused", "Not for this caller", "This service may not be called here with the caller's certificate.");
        context.Response.StatusCode = problem.Status!.Value;
        if (problem.Status == StatusCodes.Status401Unauthorized) context.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        await problems.WriteAsync(new() { HttpContext = context, ProblemDetails = problem });
    }
}
