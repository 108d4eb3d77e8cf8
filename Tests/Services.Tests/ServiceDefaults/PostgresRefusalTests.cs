using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Npgsql;
using Signet.Testing;

namespace Signet.Services.Tests.ServiceDefaults;

/// <summary>Who gets into the database: a role with its own certificate, over TLS 1.3, into its own database.</summary>
public sealed class PostgresRefusalTests(PostgresServer postgres) : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private TestDatabase _other = null!;

    public static TheoryData<string> Refused => ["none", "another role's", "other authority", "server only", "expired", "plaintext", "TLS 1.2"];

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync("probe", ProbeService.MigrateAsync);
        _other = await postgres.CreateDatabaseAsync("elsewhere");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    [Promise(23)]
    public async Task A_role_comes_in_with_its_certificate_over_tls_1_3()
    {
        await using var connection = await OpenAsync("good");
        await using var command = connection.CreateCommand();
        command.CommandText = "select version || ' ' || client_dn from pg_stat_ssl where pid = pg_backend_pid()";
        Assert.Equal("TLSv1.3 /CN=probe_app", await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    [Promise(23)]
    public async Task Nobody_else_does(string certificate) =>
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => OpenAsync(certificate));

    [Fact]
    public async Task A_role_does_not_get_into_another_services_database() =>
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => OpenAsync("good", _other.Name));

    [Fact]
    public async Task The_superuser_needs_password_and_certificate()
    {
        await using (await postgres.OpenAsSuperuserAsync())
        {
        }

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => OpenAsync("superuser without password"));
    }

    [Fact]
    public async Task A_service_does_not_speak_to_a_server_of_another_name()
    {
        var order = new ServiceOrder("probe") { Database = _database, Settings = new Dictionary<string, string> { ["Stores:PostgresName"] = "redis.signet.internal" } };
        await using var probe = await ProbeService.StartAsync(order);
        using var client = InternalClient.Create("probe", probe.Port, TestPki.Shared.LeafOf("apphost"));
        using var answer = await client.GetAsync("/health", TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("Unhealthy", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task<NpgsqlConnection> OpenAsync(string certificate, string? database = null)
    {
        var pki = TestPki.Shared;
        var (user, leaf) = certificate switch
        {
            "none" => ("probe_app", null),
            "another role's" => ("probe_app", pki.StoreLeaf("probe_owner")),
            "other authority" => ("probe_app", pki.ForeignStores.Issue("probe_app", "probe-app.clients.signet.internal")),
            "server only" => ("probe_app", pki.StoreLeaf("probe_app", LeafKind.ServerOnly)),
            "expired" => ("probe_app", pki.StoreLeaf("probe_app", LeafKind.Expired)),
            "superuser without password" => ("postgres", pki.StoreLeaf("postgres")),
            _ => ("probe_app", pki.StoreLeaf("probe_app")),
        };
        var source = new NpgsqlDataSourceBuilder($"Host=127.0.0.1;Port={_database.Port};Database={database ?? _database.Name};Username={user};Password=wrong;Pooling=false;SSL Mode={(certificate == "plaintext" ? "Disable" : "Require")}");
        source.UseSslClientAuthenticationOptionsCallback(tls => Configure(tls, leaf, certificate == "TLS 1.2" ? SslProtocols.Tls12 : SslProtocols.Tls13));
        return await source.Build().OpenConnectionAsync();
    }

    private static void Configure(SslClientAuthenticationOptions tls, X509Certificate2? leaf, SslProtocols protocols)
    {
        tls.EnabledSslProtocols = protocols;
        tls.ClientCertificateContext = leaf is null ? null : SslStreamCertificateContext.Create(leaf, null, offline: true);
    }
}
