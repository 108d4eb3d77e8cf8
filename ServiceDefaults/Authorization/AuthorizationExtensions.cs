using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Signet.ServiceDefaults;

internal static class AuthorizationExtensions
{
    /// <summary>What no rule allows is refused.</summary>
    public static WebApplicationBuilder AddEndpointRules(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusalWriter>();
        builder.Services.AddHostedService<EndpointRulesCheck>();
        return builder;
    }
}
