using System.Net.Security;
using System.Net.Sockets;
using System.Reflection;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Redis;

/// <summary>Runs the server, and asks it whether it answers. Where it wants certificates, the handshake is the answer: the host has no user there.</summary>
internal sealed class RedisProcess(RedisResource redis) : IHealthCheck
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);
    private IReadOnlyList<string> arguments = [];

    public Task<ProcessLaunch> LaunchAsync(ProcessLaunchContext context, CancellationToken cancellationToken)
    {
        var program = typeof(RedisProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "redisserver").Value!;
        if (!File.Exists(program)) throw new DistributedApplicationException($"There is no {program}. Build the AppHost again.");
        arguments = Mounts.Map(redis, context.Arguments);
        return Task.FromResult(new ProcessLaunch("dotnet", [program, .. arguments], Path.GetDirectoryName(program)!, context.Environment));
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
            return await (Last("--tls-port") is { } port && port != "0" ? ShakeHandsAsync(stream, limit.Token) : PingAsync(stream, limit.Token));
        }
        catch (Exception failure) when (failure is IOException or SocketException or AuthenticationException)
        {
            return HealthCheckResult.Unhealthy(failure.Message, failure);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy($"It did not answer within {Limit.TotalSeconds} s.");
        }
    }

    private async Task<HealthCheckResult> ShakeHandsAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        if (Last("--tls-ca-cert-file") is { } authorities) policy.CustomTrustStore.ImportFromPemFile(authorities);
        await using var tls = new SslStream(stream);
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = redis.Name,
            CertificateChainPolicy = policy,
#pragma warning disable CA5359 // The chain is verified; the host knows the server by its port, its name is for clients. Nothing is sent.
            RemoteCertificateValidationCallback = (_, _, _, errors) => (errors & ~SslPolicyErrors.RemoteCertificateNameMismatch) == SslPolicyErrors.None,
#pragma warning restore CA5359
        }, cancellationToken);
        return HealthCheckResult.Healthy();
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

    /// <summary>As in redis-server, what is said last holds.</summary>
    private string? Last(string option)
    {
        for (var i = arguments.Count - 2; i >= 0; i--)
            if (arguments[i] == option) return arguments[i + 1];
        return null;
    }
}
