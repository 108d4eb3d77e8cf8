using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace Signet.ServiceDefaults;

/// <summary>Who may use an endpoint. One without a rule is refused to everybody and stops the host's start.</summary>
public static class EndpointRules
{
    /// <summary>An internal token with this permission. <c>Signet.Contracts.Permissions</c> has the names.</summary>
    public static TBuilder RequirePermission<TBuilder>(this TBuilder endpoint, string permission) where TBuilder : IEndpointConventionBuilder =>
        endpoint.Require(new AuthorizationPolicyBuilder(InternalToken.Scheme).RequireAuthenticatedUser().AddRequirements(new PermissionRequirement(permission)));

    /// <summary>A connection with the certificate of one of these resources, besides what else is required.</summary>
    public static TBuilder RequireCallers<TBuilder>(this TBuilder endpoint, params string[] callers) where TBuilder : IEndpointConventionBuilder =>
        endpoint.Require(new AuthorizationPolicyBuilder().AddRequirements(new CallersRequirement(callers)));

    // The policy alone, without [Authorize]: that would bring the default policy, a signed-in user, to endpoints for callers only.
    private static TBuilder Require<TBuilder>(this TBuilder endpoint, AuthorizationPolicyBuilder policy) where TBuilder : IEndpointConventionBuilder
    {
        var built = policy.Build();
        endpoint.Add(builder => builder.Metadata.Add(built));
        return endpoint;
    }
}
