using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Signet.AppHost.Pki;

namespace Signet.AppHost.Stores;

/// <summary>
/// Asks the server with a certificate of the AppHost and as no user: that it refuses the question inside TLS is the sign of life.
/// The certificate is read anew each time, since it is renewed while the AppHost runs.
/// </summary>
internal sealed class RedisHealthCheck(EndpointReference endpoint, string serverName, CertificateFiles files) : IHealthCheck
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            var answer = await AskAsync(limit.Token);
            return answer.StartsWith("-NOAUTH", StringComparison.Ordinal) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"It answered \"{answer}\" to PING.");
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

    private async Task<string> AskAsync(CancellationToken cancellationToken)
    {
        using var certificate = X509Certificate2.CreateFromPemFile(files.Certificate, files.Key);
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(files.Authorities);
        using var connection = new TcpClient();
        await connection.ConnectAsync(endpoint.Host, endpoint.Port, cancellationToken);
        await using var tls = new SslStream(connection.GetStream());
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = serverName,
            EnabledSslProtocols = SslProtocols.Tls13,
            CertificateChainPolicy = policy,
            ClientCertificateContext = SslStreamCertificateContext.Create(certificate, additionalCertificates: null, offline: true),
        }, cancellationToken);
        await tls.WriteAsync("PING\r\n"u8.ToArray(), cancellationToken);
        var buffer = new byte[64];
        var length = await tls.ReadAsync(buffer, cancellationToken);
        await tls.ShutdownAsync();
        return Encoding.ASCII.GetString(buffer, 0, length).Trim();
    }
}
