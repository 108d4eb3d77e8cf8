using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Signet.Testing;

/// <summary>
/// Callers that an internal endpoint must not answer, and one that it must. Only an answer counts: in TLS 1.3 a refused client believes that
/// its handshake succeeded.
/// </summary>
public static class SevenRefusals
{
    public const string RightCertificate = "right certificate";

    /// <summary>Everybody who is to be refused.</summary>
    public static IReadOnlyList<string> Refused { get; } =
        ["no certificate", "TLS 1.2", "name not on the list", "expired", "other authority of the same name", "made for servers only", "plaintext"];

    /// <summary>What the caller reads back from <c>GET /health</c>; null when nothing.</summary>
    /// <param name="pki">Whose certificates are shown; those of the test run when not named.</param>
    public static async Task<string?> AskAsync(string caller, string service, int port, TestPki? pki = null)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port);
        await using var plain = new NetworkStream(socket);
        var request = Encoding.ASCII.GetBytes($"GET /health HTTP/1.1\r\nHost: {service}{TestPki.Domain}\r\nConnection: close\r\n\r\n");
        try
        {
            return await ReadAsync(caller == "plaintext" ? plain : await HandshakeAsync(plain, caller, service, pki ?? TestPki.Shared), request);
        }
        catch (Exception refusal) when (refusal is IOException or AuthenticationException)
        {
            return null;
        }
    }

    private static async Task<SslStream> HandshakeAsync(Stream plain, string caller, string service, TestPki pki)
    {
        var certificate = caller switch
        {
            "no certificate" => null,
            "name not on the list" => pki.ServiceLeaf("stranger"),
            "expired" => pki.ServiceLeaf("apphost", LeafKind.Expired),
            "other authority of the same name" => pki.ForeignServices.Issue("apphost", "apphost" + TestPki.Domain),
            "made for servers only" => pki.ServiceLeaf("apphost", LeafKind.ServerOnly),
            _ => pki.ServiceLeaf("apphost"),
        };
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(pki.Services.Certificate);
        var tls = new SslStream(plain);
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = service + TestPki.Domain,
            EnabledSslProtocols = caller == "TLS 1.2" ? SslProtocols.Tls12 : SslProtocols.Tls13,
            CertificateChainPolicy = policy,
            ClientCertificateContext = certificate is null ? null : SslStreamCertificateContext.Create(certificate, null, offline: true),
        });
        return tls;
    }

    private static async Task<string?> ReadAsync(Stream stream, byte[] request)
    {
        await stream.WriteAsync(request);
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer);
        return answer.Length == 0 ? null : Encoding.UTF8.GetString(answer.ToArray());
    }
}
