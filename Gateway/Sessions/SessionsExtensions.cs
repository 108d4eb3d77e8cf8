using Signet.ServiceDefaults;

namespace Signet.Gateway.Sessions;

/// <summary>Sessions, personal access tokens and what they are swapped for.</summary>
internal static class SessionsExtensions
{
    public static WebApplicationBuilder AddSessions(this WebApplicationBuilder builder)
    {
        builder.AddRedisClient("redis");
        builder.Services.AddOptions<SessionOptions>().BindConfiguration("Signet").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<IdentityTokens>();
        builder.Services.AddSingleton<Revocations>();
        builder.Services.AddSingleton<InternalTokens>();
        builder.Services.AddSingleton<Door>();
        return builder;
    }
}
