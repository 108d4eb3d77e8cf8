using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.WebUtilities;

namespace Signet.ServiceDefaults;

/// <summary>A certificate with its chain, and the authorities that peers are checked against, as they were in the files at one moment.</summary>
public sealed class TlsMaterial
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    private readonly X509Certificate2Collection _authorities;

    private TlsMaterial(SslStreamCertificateContext context, X509Certificate2Collection authorities)
    {
        Context = context;
        Thumbprint = ThumbprintOf(context.TargetCertificate);
        _authorities = authorities;
    }

    /// <summary>Made once per certificate: making it costs more than a handshake.</summary>
    public SslStreamCertificateContext Context { get; }

    /// <summary><c>x5t#S256</c> of the leaf (RFC 8705).</summary>
    public string Thumbprint { get; }

    /// <summary>What a client demands of a server's certificate.</summary>
    public X509ChainPolicy PolicyForServers() => Policy(ServerAuthentication);

    /// <summary>What a server demands of a client's certificate.</summary>
    public X509ChainPolicy PolicyForClients() => Policy(ClientAuthentication);

    /// <summary>The base64url SHA-256 of a certificate, as tokens carry it in <c>cnf</c>.</summary>
    public static string ThumbprintOf(X509Certificate2 certificate) =>
        WebEncoders.Base64UrlEncode(certificate.GetCertHash(HashAlgorithmName.SHA256));

    /// <summary>Throws when the files do not fit together.</summary>
    /// <param name="authorities">Null where peers are not checked (the public edge).</param>
    public static TlsMaterial Load(string certificate, string key, string? authorities)
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(certificate);
        var leaf = X509Certificate2.CreateFromPemFile(certificate, key);
        var trusted = new X509Certificate2Collection();
        if (authorities is not null) trusted.ImportFromPemFile(authorities);
        // Offline: issuers come from the file, nothing is downloaded while a host starts.
        return new(SslStreamCertificateContext.Create(leaf, [.. chain.Skip(1)], offline: true), trusted);
    }

    private X509ChainPolicy Policy(string purpose)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            DisableCertificateDownloads = true,
            // Leaves live for days; nothing publishes revocations for them.
            RevocationMode = X509RevocationMode.NoCheck,
        };
        foreach (var authority in _authorities)
        {
            // Only what signed itself is an anchor; intermediates help to build the chain.
            if (authority.SubjectName.RawData.AsSpan().SequenceEqual(authority.IssuerName.RawData)) policy.CustomTrustStore.Add(authority);
            else policy.ExtraStore.Add(authority);
        }

        policy.ApplicationPolicy.Add(new Oid(purpose));
        return policy;
    }
}
