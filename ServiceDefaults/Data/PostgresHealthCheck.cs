using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Signet.ServiceDefaults;

internal sealed class PostgresHealthCheck(NpgsqlDataSource source) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = source.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (NpgsqlException fault)
        {
            // Types and codes, not the exception: health checks are logged with it.
            return new(context.Registration.FailureStatus, fault.SqlState ?? fault.GetType().Name);
        }
    }
}
