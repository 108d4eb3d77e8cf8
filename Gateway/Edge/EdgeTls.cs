using System.Net.Security;
using System.Security.Authentication;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Signet.Gateway.Edge;

/// <summary>TLS towards the world: 1.2 and 1.3, suites with authenticated encryption only, the server's order, the whole chain.</summary>
internal sealed class EdgeTls(EdgeCertificate certificate)
{
    private static readonly TlsCipherSuite[] _suites =
    [
        TlsCipherSuite.TLS_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_CHACHA20_POLY1305_SHA256,
        TlsCipherSuite.TLS_AES_128_GCM_SHA256,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
        TlsCipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
        TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
    ];

    // Windows leaves the choice of suites to the machine's policy and throws when a program makes one.
    private readonly CipherSuitesPolicy? _policy = OperatingSystem.IsWindows() ? null : new CipherSuitesPolicy(_suites);

    /// <summary>For every https address of the <c>urls</c> setting.</summary>
    public void Configure(HttpsConnectionAdapterOptions https)
    {
        https.HandshakeTimeout = TimeSpan.FromSeconds(10);
        https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
        https.ServerCertificateSelector = (_, _) => certificate.Current.TargetCertificate;
        https.OnAuthenticate = (_, connection) =>
        {
            // The context sends the chain; a selected certificate alone would go without it.
            connection.ServerCertificateSelectionCallback = null;
            connection.ServerCertificateContext = certificate.Current;
            connection.AllowRenegotiation = false;
            connection.CipherSuitesPolicy = _policy;
        };
    }
}
