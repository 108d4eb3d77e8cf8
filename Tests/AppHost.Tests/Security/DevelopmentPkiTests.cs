using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Time.Testing;
using Signet.AppHost.Pki;
using Signet.Testing;

namespace Signet.AppHost.Tests.Security;

public sealed class DevelopmentPkiTests
{
    private readonly string _folder = Path.Combine(TemporaryFolder.Create("pki"), "pki");
    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());

    [Fact]
    public void Keys_are_their_owners_alone()
    {
        var pki = DevelopmentPki.Open(_folder, _clock);
        pki.Edge();
        pki.Service("contacts");
        pki.StoreClient("contacts_app");

        foreach (var key in Directory.EnumerateFiles(_folder, "*.key", SearchOption.AllDirectories))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
    }

    [Fact]
    public void Opened_again_it_is_the_same()
    {
        var first = File.ReadAllText(DevelopmentPki.Open(_folder, _clock).Service("contacts").Certificate);
        Assert.Equal(first, File.ReadAllText(DevelopmentPki.Open(_folder, _clock).Service("contacts").Certificate));
    }

    [Fact]
    public async Task Two_that_open_it_at_once_agree()
    {
        var leaves = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => DevelopmentPki.Open(_folder, TimeProvider.System).Service("contacts"))));
        Assert.True(IsTrusted(leaves[0].Certificate, leaves[0].Authorities));
        X509Certificate2.CreateFromPemFile(leaves[0].Certificate, leaves[0].Key).Dispose();
    }

    [Fact]
    public async Task A_leaf_is_issued_again_at_half_of_its_life_and_not_before_and_servers_are_told()
    {
        var pki = DevelopmentPki.Open(_folder, _clock);
        var told = 0;
        pki.Renewed += _ => Task.FromResult(++told);
        var files = pki.Service("contacts");
        var first = File.ReadAllText(files.Certificate);

        _clock.Advance((CertificateIssuer.LeafLifetime / 2) - TimeSpan.FromHours(1));
        await pki.RenewAsync(TestContext.Current.CancellationToken);
        Assert.Equal(first, File.ReadAllText(files.Certificate));

        _clock.Advance(TimeSpan.FromHours(2));
        await pki.RenewAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(first, File.ReadAllText(files.Certificate));
        Assert.Equal(2, told);
        X509Certificate2.CreateFromPemFile(files.Certificate, files.Key).Dispose();
    }

    [Fact]
    public void Leaves_live_a_month_at_most()
    {
        using var leaf = X509CertificateLoader.LoadCertificateFromFile(DevelopmentPki.Open(_folder, _clock).Service("contacts").Certificate);
        Assert.True(leaf.NotAfter - leaf.NotBefore <= TimeSpan.FromDays(30));
    }

    [Theory]
    [InlineData("services", "contacts.signet.internal", true)]
    [InlineData("services", "contacts.example.com", false)]
    [InlineData("services", "signet.localhost", false)]
    [InlineData("stores", "www.example.org", false)]
    [InlineData("edge", "signet.localhost", true)]
    [InlineData("edge", "contacts.signet.internal", false)]
    public void An_authority_speaks_for_its_own_names_only(string authority, string name, bool trusted)
    {
        var pki = DevelopmentPki.Open(_folder, _clock);
        using var issuer = new CertificateIssuer(X509Certificate2.CreateFromPemFile(pki.AuthorityOf(authority), Path.Combine(_folder, authority, "ca.key")));
        using var leaf = issuer.Issue("any", [name], LeafUsage.Server, _clock.GetUtcNow());
        var path = Path.Combine(_folder, "leaf.crt");
        File.WriteAllText(path, leaf.ExportCertificatePem());

        Assert.Equal(trusted, IsTrusted(path, pki.AuthorityOf(authority)));
    }

    [Fact]
    public void No_authority_vouches_for_leaves_of_another()
    {
        var pki = DevelopmentPki.Open(_folder, _clock);
        Assert.False(IsTrusted(pki.Service("contacts").Certificate, pki.AuthorityOf("stores")));
        Assert.False(IsTrusted(pki.StoreClient("contacts_app").Certificate, pki.AuthorityOf("services")));
    }

    private static bool IsTrusted(string certificate, string authority)
    {
        using var leaf = X509CertificateLoader.LoadCertificateFromFile(certificate);
        using var chain = new X509Chain { ChainPolicy = { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true } };
        chain.ChainPolicy.CustomTrustStore.ImportFromPemFile(authority);
        return chain.Build(leaf);
    }
}
