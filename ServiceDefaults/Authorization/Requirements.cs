using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Signet.ServiceDefaults;

/// <summary>The connection's certificate is of one of these resources.</summary>
internal sealed class CallersRequirement(string[] callers) : AuthorizationHandler<CallersRequirement>, IAuthorizationRequirement
{
    public bool Allows(HttpContext http) => http.CallerName() is { } name && callers.Contains(name, StringComparer.Ordinal);

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, CallersRequirement requirement)
    {
        if (context.Resource is HttpContext http && requirement.Allows(http)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

/// <summary>The token has the permission in its <c>scope</c>.</summary>
internal sealed class PermissionRequirement(string permission) : AuthorizationHandler<PermissionRequirement>, IAuthorizationRequirement
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        var granted = context.User.FindFirst(InternalToken.Scope)?.Value ?? "";
        if (granted.Split(' ').Contains(permission, StringComparer.Ordinal)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
