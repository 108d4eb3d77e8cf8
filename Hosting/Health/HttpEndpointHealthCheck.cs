using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Health;

internal sealed class HttpEndpointHealthCheck(IHttpClientFactory clients, string clientName, EndpointReference endpoint, string path, int expected) : IHealthCheck
{
    /// <summary>The engine's proxy accepts and holds connections that no process serves yet: without an end of its own a check would hang.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        var target = new Uri(new Uri(endpoint.Url), path);
        try
        {
            using var client = clients.CreateClient(clientName);
            using var response = await client.GetAsync(target, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return (int)response.StatusCode == expected
                ? HealthCheckResult.Healthy()
                : new(context.Registration.FailureStatus, $"{target} answered {(int)response.StatusCode}, expected is {expected}.");
        }
        catch (HttpRequestException failure)
        {
            return new(context.Registration.FailureStatus, $"{target} cannot be reached.", failure);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(context.Registration.FailureStatus, $"{target} did not answer within {Limit.TotalSeconds} s.");
        }
    }
}
