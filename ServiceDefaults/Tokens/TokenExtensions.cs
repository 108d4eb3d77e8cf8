using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Signet.ServiceDefaults;

internal static class TokenExtensions
{
    public static WebApplicationBuilder AddInternalTokens(this WebApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton<IInternalTokenKeys, RemoteTokenKeys>();
        builder.Services.AddAuthentication(InternalToken.Scheme)
            .AddScheme<AuthenticationSchemeOptions, InternalTokenHandler>(InternalToken.Scheme, null);
        return builder;
    }
}
