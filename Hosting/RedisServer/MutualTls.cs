using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Garnet.server.TLS;
using Microsoft.Extensions.Logging;

namespace Signet.RedisServer;

/// <summary>
/// TLS 1.3 with certificates of clients, verified by the platform: chain, dates, and the purpose "client". Every connection is
/// greeted with the certificate that is in the files then, so that a renewed one needs no restart.
/// </summary>
internal sealed class MutualTls(RedisOptions options, ILogger<MutualTls> logger) : IGarnetTlsOptions
{
    private const string ClientPurpose = "1.3.6.1.5.5.7.3.2";
    private readonly Lock gate = new();
    private SslServerAuthenticationOptions? current;
    private DateTime readAt;

    public SslServerAuthenticationOptions TlsServerOptions
    {
        get
        {
            lock (gate)
            {
                var changedAt = ChangedAt();
                if (current is null || changedAt > readAt) Read(changedAt);
                return current!;
            }
        }
    }

    /// <summary>Of servers that talk to each other; this one is alone.</summary>
    public SslClientAuthenticationOptions? TlsClientOptions => null;

    public bool UpdateCertFile(string certFileName, string certPassword, out string errorMsg)
    {
        errorMsg = "Replace the files; they are read again by themselves.";
        return false;
    }

    private DateTime ChangedAt() =>
        new[] { options.CertificateFile, options.KeyFile, options.AuthoritiesFile }.Max(file => File.GetLastWriteTimeUtc(file!));

    private void Read(DateTime changedAt)
    {
        try
        {
            current = Load();
            readAt = changedAt;
        }
        catch (Exception unreadable) when (current is not null && unreadable is IOException or CryptographicException or ArgumentException)
        {
            // Replaced this very moment: the old one serves until the files fit again.
            TlsLog.Unreadable(logger, unreadable);
        }
    }

    private SslServerAuthenticationOptions Load()
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(options.CertificateFile!);
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(options.AuthoritiesFile!);
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(authorities);
        policy.ApplicationPolicy.Add(new Oid(ClientPurpose));
        return new()
        {
            ServerCertificateContext = SslStreamCertificateContext.Create(X509Certificate2.CreateFromPemFile(options.CertificateFile!, options.KeyFile), chain, offline: true),
            ClientCertificateRequired = options.AuthenticateClients,
            CertificateChainPolicy = policy,
            EnabledSslProtocols = SslProtocols.Tls13,
            CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
            // A resumed session would skip the look at the client's certificate.
            AllowTlsResume = false,
        };
    }
}

internal static partial class TlsLog
{
    [LoggerMessage(LogLevel.Warning, "The new certificate could not be read; the old one stays")]
    public static partial void Unreadable(ILogger logger, Exception failure);
}
