using System.Security.Cryptography.X509Certificates;

namespace Signet.Testing;

/// <summary>The certificates of a test run, in the layout that hosts expect: <c>services/</c> and <c>stores/</c>.</summary>
public sealed class TestPki
{
    public const string Domain = ".signet.internal";

    private readonly Lock _writing = new();

    private TestPki(TestAuthority? services = null)
    {
        Folder = TemporaryFolder.Create("pki");
        Services = services ?? new("Test services");
        ForeignServices = new(Services.CommonName);
        Write(Path.Combine(Folder, "services.crt"), Services.Pem);
        Write(Path.Combine(Folder, "stores.crt"), Stores.Pem);
    }

    /// <summary>One for all tests of the process.</summary>
    public static TestPki Shared { get; } = new();

    /// <summary>Issues leaves of the services' authority that an AppHost made, good and bad ones.</summary>
    /// <param name="folder">The AppHost's <c>pki</c>.</param>
    public static TestPki Of(string folder) => new(TestAuthority.Open(Path.Combine(folder, "services")));

    public string Folder { get; }

    public TestAuthority Services { get; }

    /// <summary>Not ours, with the same distinguished name.</summary>
    public TestAuthority ForeignServices { get; }

    public TestAuthority Stores { get; } = new("Test stores");

    public TestAuthority ForeignStores { get; } = new("Test stores");

    /// <summary>Certificate, key and authorities with which a service serves and calls.</summary>
    public CertificateFiles Service(string name) => Ensure("services", name, Path.Combine(Folder, "services.crt"), () => ServiceLeaf(name));

    /// <summary>The certificate that <see cref="Service"/> has in files.</summary>
    public X509Certificate2 LeafOf(string service)
    {
        var files = Service(service);
        return X509Certificate2.CreateFromPemFile(files.Certificate, files.Key);
    }

    /// <summary>The certificate of a database role or Redis user.</summary>
    public CertificateFiles StoreClient(string role) => Ensure("stores", role, Path.Combine(Folder, "stores.crt"), () => StoreLeaf(role));

    public CertificateFiles StoreServer(string name) => Ensure("stores", $"{name}-server", Path.Combine(Folder, "stores.crt"), () => Stores.Issue(name, name + Domain));

    public X509Certificate2 ServiceLeaf(string name, LeafKind kind = LeafKind.Good) => Services.Issue(name, name + Domain, kind);

    public X509Certificate2 StoreLeaf(string role, LeafKind kind = LeafKind.Good) => Stores.Issue(role, role.Replace('_', '-') + ".clients" + Domain, kind);

    /// <summary>Replaces a pair as a renewal does: key first, both by rename.</summary>
    public static void Replace(CertificateFiles files, X509Certificate2 leaf)
    {
        Write(files.Key, leaf.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem() + "\n");
        Write(files.Certificate, leaf.ExportCertificatePem() + "\n");
    }

    public static void Write(string path, string content)
    {
        var fresh = path + ".new";
        File.WriteAllText(fresh, content);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(fresh, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move(fresh, path, overwrite: true);
    }

    private CertificateFiles Ensure(string authority, string name, string authorities, Func<X509Certificate2> issue)
    {
        var folder = Path.Combine(Folder, authority, name);
        var files = new CertificateFiles(Path.Combine(folder, "tls.crt"), Path.Combine(folder, "tls.key"), authorities);
        lock (_writing)
        {
            if (File.Exists(files.Certificate)) return files;
            Directory.CreateDirectory(folder);
            Replace(files, issue());
        }

        return files;
    }
}

public sealed record CertificateFiles(string Certificate, string Key, string Authorities);
