using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Signet.AppHost.Pki;

/// <summary>A development authority that signs leaves for one purpose and for names under one domain only.</summary>
/// <param name="certificate">The authority with its private key.</param>
internal sealed class CertificateIssuer(X509Certificate2 certificate) : IDisposable
{
    /// <summary>Short, because nothing revokes a leaf; AppHost issues a new one at half of it.</summary>
    public static readonly TimeSpan LeafLifetime = TimeSpan.FromDays(14);

    private static readonly TimeSpan AuthorityLifetime = TimeSpan.FromDays(3650);

    /// <summary>Clocks of other machines may be behind.</summary>
    private static readonly TimeSpan Backdated = TimeSpan.FromMinutes(5);

    public X509Certificate2 Certificate => certificate;

    /// <summary>A new self-signed authority, name-constrained (RFC 5280, 4.2.1.10) to <paramref name="domain"/> and what is below it.</summary>
    public static CertificateIssuer Create(string commonName, string domain, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={commonName}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(PermittedDomain(domain));
        return new(request.CreateSelfSigned(now - Backdated, now + AuthorityLifetime));
    }

    /// <summary>A leaf with a new P-256 key.</summary>
    /// <param name="commonName">Postgres reads the role from it; nothing else does.</param>
    /// <param name="dnsNames">The names that the leaf may be used for.</param>
    /// <param name="usage">Server, client, or both.</param>
    public X509Certificate2 Issue(string commonName, IEnumerable<string> dnsNames, LeafUsage usage, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={commonName}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var name in dnsNames)
        {
            names.AddDnsName(name);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(PurposesOf(usage), critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(certificate, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        using var signed = request.Create(certificate, now - Backdated, now + LeafLifetime, RandomNumberGenerator.GetBytes(16));
        return signed.CopyWithPrivateKey(key);
    }

    public void Dispose() => certificate.Dispose();

    private static OidCollection PurposesOf(LeafUsage usage)
    {
        var purposes = new OidCollection();
        if (usage.HasFlag(LeafUsage.Server))
        {
            purposes.Add(new Oid("1.3.6.1.5.5.7.3.1"));
        }

        if (usage.HasFlag(LeafUsage.Client))
        {
            purposes.Add(new Oid("1.3.6.1.5.5.7.3.2"));
        }

        return purposes;
    }

    /// <summary>NameConstraints ::= SEQUENCE { permittedSubtrees [0] SEQUENCE OF { base dNSName [2] } }</summary>
    private static X509Extension PermittedDomain(string domain)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
        using (writer.PushSequence())
        {
            writer.WriteCharacterString(UniversalTagNumber.IA5String, domain, new Asn1Tag(TagClass.ContextSpecific, 2));
        }

        return new X509Extension("2.5.29.30", writer.Encode(), critical: true);
    }
}

/// <summary>What a leaf may do in a handshake.</summary>
[Flags]
internal enum LeafUsage
{
    None = 0,
    Server = 1,
    Client = 2,
}
