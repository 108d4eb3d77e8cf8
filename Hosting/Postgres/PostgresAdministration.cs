using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Aspire.Hosting.Postgres;

/// <summary>Asks the server itself, as its superuser, over the socket in its data folder: what the network asks for (certificates) is not in the way.</summary>
internal sealed class PostgresHealthCheck(PostgresProcess process, string database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            if (!await IsMadeAsync(cancellationToken)) return HealthCheckResult.Unhealthy($"The database {database} is not made yet.");
            await using var connection = await process.ConnectAsync(database, cancellationToken);
            await using var command = new NpgsqlCommand("select 1", connection);
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InvalidPassword)
        {
            return HealthCheckResult.Unhealthy($"The server refuses the password of its superuser: the data folder {process.Data} was made with another one. Set the parameter '{process.Password.Name}' to that one, or move the folder away.", refused);
        }
        catch (Exception failure) when (failure is NpgsqlException or DistributedApplicationException or TimeoutException)
        {
            return HealthCheckResult.Unhealthy(failure.Message, failure);
        }
    }

    /// <summary>Asked first, because the server logs each attempt to enter a database that is not there as a fatal error.</summary>
    private async Task<bool> IsMadeAsync(CancellationToken cancellationToken)
    {
        await using var connection = await process.ConnectAsync("postgres", cancellationToken);
        await using var command = new NpgsqlCommand("select exists (select from pg_database where datname = $1)", connection) { Parameters = { new() { Value = database } } };
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }
}

internal static partial class PostgresLog
{
    [LoggerMessage(LogLevel.Information, "Making a new data folder in {Folder} with {Program}")]
    public static partial void Initializing(ILogger logger, string folder, string program);

    [LoggerMessage(LogLevel.Warning, "A server of an application that was killed still runs on {Folder} (process {Process}); it is ended first")]
    public static partial void EndingLeftOver(ILogger logger, string folder, int process);

    [LoggerMessage(LogLevel.Information, "Made the database {Database}")]
    public static partial void Created(ILogger logger, string database);

    [LoggerMessage(LogLevel.Error, "The database {Database} could not be made")]
    public static partial void CreationFailed(ILogger logger, Exception failure, string database);
}
