using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Signet.Testing;

/// <summary>An authority that also issues what no honest one would: leaves that ended, with the wrong purpose or name.</summary>
public sealed class TestAuthority
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    private readonly X509Certificate2 _certificate;

    /// <param name="commonName">Two authorities may have the same one; only the key tells them apart.</param>
    public TestAuthority(string commonName)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={commonName}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        var now = TimeProvider.System.GetUtcNow();
        _certificate = request.CreateSelfSigned(now.AddDays(-100), now.AddDays(100));
    }

    private TestAuthority(X509Certificate2 certificate) => _certificate = certificate;

    /// <summary>An authority in files, with its key.</summary>
    public static TestAuthority Open(string folder) => new(X509Certificate2.CreateFromPemFile(Path.Combine(folder, "ca.crt"), Path.Combine(folder, "ca.key")));

    public string CommonName => _certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);

    public string Pem => _certificate.ExportCertificatePem() + "\n";

    public X509Certificate2 Certificate => X509CertificateLoader.LoadCertificate(_certificate.RawData);

    /// <param name="commonName">Postgres reads the role from it.</param>
    public X509Certificate2 Issue(string commonName, string dnsName, LeafKind kind = LeafKind.Good)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={commonName}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(dnsName);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        var purposes = new OidCollection { new Oid(ServerAuthentication) };
        if (kind != LeafKind.ServerOnly) purposes.Add(new Oid(ClientAuthentication));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(purposes, false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_certificate, true, false));
        var now = TimeProvider.System.GetUtcNow();
        // A leaf cannot begin before its authority; AppHost dates its authorities back by a few minutes.
        DateTimeOffset begin = _certificate.NotBefore.ToUniversalTime();
        var end = kind == LeafKind.Expired ? now.AddMinutes(-1) : now.AddDays(14);
        using var signed = request.Create(_certificate, begin, end, RandomNumberGenerator.GetBytes(16));
        return signed.CopyWithPrivateKey(key);
    }
}

public enum LeafKind
{
    Good,
    Expired,

    /// <summary>Made for servers; it must not open doors as a client.</summary>
    ServerOnly,
}
