namespace Signet.Web.Api;

public static class SignetApiExtensions
{
    /// <summary>The API of the own origin. No retries here: the person sees the problem and decides, except where a page says otherwise.</summary>
    public static IServiceCollection AddSignetApi(this IServiceCollection services, Uri origin)
    {
        services.AddScoped<SignIn>();
        services.AddHttpClient<SignetApi>(http => http.BaseAddress = origin).RemoveAllLoggers();
        return services;
    }
}
