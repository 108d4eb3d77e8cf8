using System.Net.Sockets;
using System.Reflection;
using System.Text;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Redis;

/// <summary>Runs the server, and asks it whether it answers.</summary>
internal sealed class RedisProcess(RedisResource redis) : IHealthCheck
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    public Task<ProcessLaunch> LaunchAsync(ProcessLaunchContext context, CancellationToken cancellationToken)
    {
        var program = typeof(RedisProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "redisserver").Value!;
        if (!File.Exists(program)) throw new DistributedApplicationException($"There is no {program}. Build the AppHost again.");
        return Task.FromResult(new ProcessLaunch("dotnet", [program, .. Mounts.Map(redis, context.Arguments)], Path.GetDirectoryName(program)!, context.Environment));
    }

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            using var connection = new TcpClient();
            await connection.ConnectAsync(redis.PrimaryEndpoint.Host, redis.PrimaryEndpoint.Port, limit.Token);
            await using var stream = connection.GetStream();
            return await PingAsync(stream, limit.Token);
        }
        catch (Exception failure) when (failure is IOException or SocketException)
        {
            return HealthCheckResult.Unhealthy(failure.Message, failure);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy($"It did not answer within {Limit.TotalSeconds} s.");
        }
    }

    /// <summary>"-NOAUTH" is an answer too.</summary>
    private static async Task<HealthCheckResult> PingAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        await stream.WriteAsync("PING\r\n"u8.ToArray(), cancellationToken);
        var buffer = new byte[64];
        var length = await stream.ReadAsync(buffer, cancellationToken);
        var answer = Encoding.ASCII.GetString(buffer, 0, length).Trim();
        return answer == "+PONG" || answer.StartsWith("-NOAUTH", StringComparison.Ordinal) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"It answered \"{answer}\".");
    }
}
