using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Signet.ServiceDefaults;

/// <summary>
/// The handshake of every internal endpoint: TLS 1.3, a client certificate of our authority made for clients, and a name on the list of callers.
/// A refused TLS 1.3 client believes that its handshake succeeded, so the reason stands in this log only.
/// </summary>
internal sealed partial class MutualTlsListener(ServiceCertificate certificate, IOptionsMonitor<TlsOptions> options, ILogger<MutualTlsListener> logger)
{
    public ValueTask<SslServerAuthenticationOptions> HandshakeAsync(TlsHandshakeCallbackContext _)
    {
        var material = certificate.Current;
        return ValueTask.FromResult(new SslServerAuthenticationOptions
        {
            ServerCertificateContext = material.Context,
            EnabledSslProtocols = SslProtocols.Tls13,
            ApplicationProtocols = [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11],
            AllowRenegotiation = false,
            // A session ticket would let its holder in without a certificate.
            AllowTlsResume = false,
            ClientCertificateRequired = true,
            CertificateChainPolicy = material.PolicyForClients(),
            RemoteCertificateValidationCallback = (_, shown, chain, errors) => IsWelcome(shown as X509Certificate2, chain, errors),
        });
    }

    private bool IsWelcome(X509Certificate2? shown, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors != SslPolicyErrors.None || shown is null)
        {
            var flags = chain?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, status) => all | status.Status) ?? X509ChainStatusFlags.NoError;
            LogRefused(errors, flags);
            return false;
        }

        var caller = Caller.Of(shown);
        // Read at every connection: who leaves the list is out at the next one.
        if (caller.Name is not null && options.CurrentValue.Callers.Split(',', StringSplitOptions.TrimEntries).Contains(caller.Name, StringComparer.Ordinal)) return true;
        LogNotOnTheList(caller.Thumbprint);
        return false;
    }

    [LoggerMessage(LogLevel.Warning, "caller-refused: certificate not accepted ({Errors}, {ChainStatus})")]
    private partial void LogRefused(SslPolicyErrors errors, X509ChainStatusFlags chainStatus);

    [LoggerMessage(LogLevel.Warning, "caller-refused: the certificate {Thumbprint} is of no allowed caller")]
    private partial void LogNotOnTheList(string thumbprint);
}
