using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http.Resilience;

namespace Signet.ServiceDefaults;

public static class ServiceClientExtensions
{
    private static readonly TimeSpan _attempt = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _total = TimeSpan.FromSeconds(30);

    /// <summary>
    /// A typed client of another service: mutual TLS to its name at the discovered address, the user's token exchanged for that audience,
    /// retries of safe methods alone.
    /// </summary>
    public static IHttpClientBuilder AddServiceClient<TClient>(this IHostApplicationBuilder builder, string service) where TClient : class
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.TryAddSingleton<TokenExchange>();
        var client = builder.Services.AddHttpClient<TClient>(http =>
            {
                http.BaseAddress = ServiceChannels.AddressOf(service);
                http.DefaultRequestVersion = HttpVersion.Version20;
                // The resilience pipeline has the timeouts.
                http.Timeout = Timeout.InfiniteTimeSpan;
            })
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(services => new ServiceClientHandler(
                service, services.GetRequiredService<ServiceChannels>(), services.GetRequiredService<TokenExchange>(), services.GetRequiredService<IHttpContextAccessor>()))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        client.AddStandardResilienceHandler(options =>
        {
            options.AttemptTimeout.Timeout = _attempt;
            options.TotalRequestTimeout.Timeout = _total;
            options.CircuitBreaker.SamplingDuration = _total;
            options.Retry.DisableForUnsafeHttpMethods();
        });
        return client;
    }
}
