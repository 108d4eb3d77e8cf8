using Signet.Identity.AccessTokens;

namespace Signet.Identity.Sessions;

internal static class SessionsExtensions
{
    /// <summary>What keeps somebody signed in: sessions, personal access tokens, and the notice that one is over.</summary>
    public static IHostApplicationBuilder AddSessions(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<SessionStore>();
        builder.Services.AddScoped<AccessTokenStore>();
        builder.Services.AddSingleton<RevocationNotice>();
        return builder;
    }
}
