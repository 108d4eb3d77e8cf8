using System.Security.Cryptography.X509Certificates;

namespace Signet.AppHost.Pki;

/// <summary>
/// The certificates of a development machine: three authorities that cannot speak for each other's names, and short-lived leaves
/// below them. The layout is the one that production mounts: <c>edge/</c>, <c>services/&lt;resource&gt;/</c>, <c>stores/&lt;role&gt;/</c>,
/// each with <c>tls.crt</c> and <c>tls.key</c>, and a <c>ca.crt</c> per authority.
/// </summary>
internal sealed class DevelopmentPki
{
    public const string InternalDomain = "signet.internal";

    public const string EdgeName = "signet.localhost";

    private readonly string folder;
    private readonly TimeProvider clock;
    private readonly Dictionary<string, Leaf> leaves = [];

    private DevelopmentPki(string folder, TimeProvider clock)
    {
        this.folder = folder;
        this.clock = clock;
    }

    /// <summary>Opens the certificates in a folder, and creates the authorities when they are not there.</summary>
    public static DevelopmentPki Open(string folder, TimeProvider clock)
    {
        var pki = new DevelopmentPki(folder, clock);
        PrivateFiles.CreateFolder(folder, passage: true);
        using (pki.Lock())
        {
            pki.EnsureAuthority("edge", "Signet development edge", "localhost");
            pki.EnsureAuthority("services", "Signet development services", InternalDomain);
            pki.EnsureAuthority("stores", "Signet development stores", InternalDomain);
        }

        return pki;
    }

    /// <summary>The certificate of an authority, for clients to trust.</summary>
    public string AuthorityOf(string authority) => Path.Combine(folder, authority, "ca.crt");

    /// <summary>The public certificate of the gateway: the app's name and the names below it.</summary>
    public CertificateFiles Edge() => Ensure(new("edge", "", EdgeName, [EdgeName, $"*.{EdgeName}", "localhost"], LeafUsage.Server));

    /// <summary>The certificate with which a service serves and calls.</summary>
    public CertificateFiles Service(string name) =>
        Ensure(new("services", name, name, [$"{name}.{InternalDomain}"], LeafUsage.Server | LeafUsage.Client));

    /// <summary>The certificate of a database role or of a user of the Redis-protocol server.</summary>
    public CertificateFiles StoreClient(string role) =>
        Ensure(new("stores", role, role, [$"{role.Replace('_', '-')}.clients.{InternalDomain}"], LeafUsage.Client));

    /// <summary>The certificate of a store, in a folder of its own that can be given to the store's user.</summary>
    public CertificateFiles StoreServer(string name, string? owner = null) =>
        Ensure(new("stores", $"{name}-server", name, [$"{name}.{InternalDomain}"], LeafUsage.Server, owner));

    /// <summary>Raised after certificates were issued again, for servers that have to be told.</summary>
    public event Func<CancellationToken, Task>? Renewed;

    /// <summary>Issues again what has passed half of its life. Most servers and clients notice that the files changed.</summary>
    public async Task RenewAsync(CancellationToken cancellationToken = default)
    {
        foreach (var leaf in leaves.Values.ToList())
        {
            Ensure(leaf);
        }

        foreach (var tell in Renewed?.GetInvocationList().Cast<Func<CancellationToken, Task>>() ?? [])
        {
            await tell(cancellationToken);
        }
    }

    private CertificateFiles Ensure(Leaf leaf)
    {
        leaves[$"{leaf.Authority}/{leaf.Folder}"] = leaf;
        var path = Path.Combine(folder, leaf.Authority, leaf.Folder);
        var files = new CertificateFiles(Path.Combine(path, "tls.crt"), Path.Combine(path, "tls.key"), AuthorityOf(leaf.Authority));
        using (Lock())
        {
            if (IsFresh(files.Certificate))
            {
                return files;
            }

            PrivateFiles.CreateFolder(path, passage: leaf.Folder.Length == 0);
            using var issuer = OpenAuthority(leaf.Authority);
            using var certificate = issuer.Issue(leaf.CommonName, leaf.DnsNames, leaf.Usage, clock.GetUtcNow());
            // Key first: who sees the new certificate finds its key.
            PrivateFiles.Replace(files.Key, certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem() + "\n");
            PrivateFiles.Replace(files.Certificate, certificate.ExportCertificatePem() + "\n");
            if (leaf.Owner is { } owner)
            {
                PrivateFiles.GiveTo(owner, path);
            }
        }

        return files;
    }

    private bool IsFresh(string certificate)
    {
        if (!File.Exists(certificate))
        {
            return false;
        }

        using var existing = X509CertificateLoader.LoadCertificateFromFile(certificate);
        return clock.GetUtcNow() < existing.NotAfter.ToUniversalTime() - (CertificateIssuer.LeafLifetime / 2);
    }

    private void EnsureAuthority(string authority, string commonName, string domain)
    {
        var path = Path.Combine(folder, authority);
        PrivateFiles.CreateFolder(path, passage: true);
        if (File.Exists(AuthorityOf(authority)))
        {
            return;
        }

        using var issuer = CertificateIssuer.Create(commonName, domain, clock.GetUtcNow());
        PrivateFiles.Replace(Path.Combine(path, "ca.key"), issuer.Certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem() + "\n");
        PrivateFiles.Replace(AuthorityOf(authority), issuer.Certificate.ExportCertificatePem() + "\n");
    }

    private CertificateIssuer OpenAuthority(string authority) =>
        new(X509Certificate2.CreateFromPemFile(AuthorityOf(authority), Path.Combine(folder, authority, "ca.key")));

    /// <summary>Two AppHosts may start at once; the second waits until the first has written.</summary>
    private FileStream Lock()
    {
        var path = Path.Combine(folder, ".lock");
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < 200)
            {
                // The model is composed without async; the other AppHost writes for milliseconds, once in a machine's life.
                Task.Delay(TimeSpan.FromMilliseconds(50), clock).GetAwaiter().GetResult();
            }
        }
    }

    private sealed record Leaf(string Authority, string Folder, string CommonName, IReadOnlyList<string> DnsNames, LeafUsage Usage, string? Owner = null);
}

/// <summary>A leaf's PEM files and the certificate of the authority that its peers' leaves come from.</summary>
internal sealed record CertificateFiles(string Certificate, string Key, string Authorities)
{
    public string Folder => Path.GetDirectoryName(Certificate)!;
}
