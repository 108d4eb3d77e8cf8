using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Signet.Testing;
using StackExchange.Redis;

namespace Signet.Services.Tests.ServiceDefaults;

public sealed class RedisTests(RedisStore redis) : IClassFixture<RedisStore>
{
    public static TheoryData<string> Refused => ["none", "other authority", "expired", "plaintext", "server only", "wrong password", "TLS 1.2"];

    [Fact]
    [Promise(23)]
    public async Task A_service_reads_and_writes_and_administers_nothing()
    {
        await using var probe = await ProbeService.StartAsync(Order(), _ => { });
        var database = probe.Services.GetRequiredService<IConnectionMultiplexer>().GetDatabase();

        await database.StringSetAsync("revoked:x", "1", TimeSpan.FromSeconds(120));
        Assert.True(await database.KeyExistsAsync("revoked:x"));

        // The client library refuses by itself unless told otherwise; the server must.
        var options = ConfigurationOptions.Parse(redis.ConnectionString("identity"));
        options.AllowAdmin = true;
        options.SslClientAuthenticationOptions = _ => Handshake("good");
        await using var direct = await ConnectionMultiplexer.ConnectAsync(options);
        var refusal = await Assert.ThrowsAsync<RedisServerException>(() => direct.GetDatabase().ExecuteAsync("FLUSHALL"));
        Assert.StartsWith("NOPERM", refusal.Message, StringComparison.Ordinal);
        Assert.True(await database.KeyExistsAsync("revoked:x"));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    [Promise(23)]
    public async Task Nobody_else_is_let_in(string caller)
    {
        var options = ConfigurationOptions.Parse(redis.ConnectionString("identity"));
        options.AbortOnConnectFail = true;
        options.ConnectRetry = 0;
        options.ConnectTimeout = 3000;
        options.Ssl = caller != "plaintext";
        if (caller == "wrong password") options.Password = "wrong";
        options.SslClientAuthenticationOptions = _ => Handshake(caller);
        await Assert.ThrowsAsync<RedisConnectionException>(async () => await ConnectionMultiplexer.ConnectAsync(options));
    }

    [Fact]
    public async Task A_service_starts_and_is_degraded_without_it_and_recovers_by_itself()
    {
        redis.Kill();
        await using var probe = await ProbeService.StartAsync(Order(), _ => { });
        using var client = InternalClient.Create("probe", probe.Port, TestPki.Shared.LeafOf("apphost"));
        Assert.Equal("Degraded", await client.GetStringAsync("/health", TestContext.Current.CancellationToken));

        await redis.StartAgainAsync();
        var deadline = TimeProvider.System.GetUtcNow().AddSeconds(30);
        string health;
        while ((health = await client.GetStringAsync("/health", TestContext.Current.CancellationToken)) != "Healthy" && TimeProvider.System.GetUtcNow() < deadline) await Task.Delay(250);
        Assert.Equal("Healthy", health);
    }

    private ServiceOrder Order()
    {
        var files = TestPki.Shared.StoreClient("identity");
        return new("probe")
        {
            Settings = new Dictionary<string, string>
            {
                ["ConnectionStrings:redis"] = redis.ConnectionString("identity"),
                ["Stores:Certificate"] = files.Certificate,
                ["Stores:Key"] = files.Key,
                ["Stores:Authorities"] = files.Authorities,
            },
        };
    }

    private static SslClientAuthenticationOptions Handshake(string caller)
    {
        var pki = TestPki.Shared;
        var leaf = caller switch
        {
            "none" => null,
            "other authority" => pki.ForeignStores.Issue("identity", "identity.clients.signet.internal"),
            "expired" => pki.StoreLeaf("identity", LeafKind.Expired),
            "server only" => pki.StoreLeaf("identity", LeafKind.ServerOnly),
            _ => pki.StoreLeaf("identity"),
        };
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(pki.Stores.Certificate);
        return new()
        {
            TargetHost = "redis.signet.internal",
            EnabledSslProtocols = caller == "TLS 1.2" ? SslProtocols.Tls12 : SslProtocols.Tls13,
            AllowTlsResume = false,
            CertificateChainPolicy = policy,
            ClientCertificateContext = leaf is null ? null : SslStreamCertificateContext.Create(leaf, null, offline: true),
        };
    }
}
