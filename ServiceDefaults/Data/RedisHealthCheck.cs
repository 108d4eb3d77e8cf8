using Microsoft.Extensions.Diagnostics.HealthChecks;
using StackExchange.Redis;

namespace Signet.ServiceDefaults;

/// <summary>Without the cache a host is degraded and goes on serving.</summary>
internal sealed class RedisHealthCheck(IConnectionMultiplexer redis) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await redis.GetDatabase().PingAsync().WaitAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception fault) when (fault is RedisException or TimeoutException)
        {
            return HealthCheckResult.Degraded(fault.GetType().Name);
        }
    }
}
