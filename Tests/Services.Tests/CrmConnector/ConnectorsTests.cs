using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Signet.Contracts;
using Signet.CrmConnector.Connectors;
using Signet.CrmConnector.Data;
using Signet.CrmConnector.Exports;
using Signet.ServiceDefaults;
using Signet.Testing;

namespace Signet.Services.Tests.CrmConnector;

/// <summary>The real service on a real database.</summary>
public sealed class ConnectorsTests(PostgresServer postgres) : IAsyncLifetime
{
    private TokenMint _mint = null!;
    private TestDatabase _database = null!;
    private ServiceHost<CrmDb> _host = null!;

    public async ValueTask InitializeAsync()
    {
        _mint = await TokenMint.StartAsync();
        var order = new ServiceOrder("crm-connector") { Others = [_mint.Host] };
        _database = await postgres.CreateDatabaseAsync("crm-connector", order.MigrateAsync<CrmDb>);
        _host = (order with { Database = _database }).Start<CrmDb>();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _mint.DisposeAsync();
    }

    [Fact]
    public async Task No_crm_can_be_connected_yet_and_the_list_says_so()
    {
        using var client = _host.ClientFor(_mint, TestUser.Create(), Permissions.ConnectorsRead);

        Assert.Equal("""{"items":[]}""", await client.GetStringAsync("/api/v1/connectors"));
    }

    [Fact]
    public async Task Without_the_permission_the_list_is_forbidden()
    {
        using var client = _host.ClientFor(_mint, TestUser.Create(), Permissions.ListsRead);

        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/api/v1/connectors")).StatusCode);
    }

    [Fact]
    public async Task A_contact_is_on_its_way_into_a_connection_once()
    {
        var user = TestUser.Create();
        var (contact, connection) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        var first = await PrepareAsync(user, contact, connection);

        Assert.NotNull(first);
        Assert.Null(await PrepareAsync(user, contact, connection));
        Assert.NotNull(await PrepareAsync(user, contact, Guid.CreateVersion7()));
        Assert.NotNull(await PrepareAsync(TestUser.Create(), contact, connection));
    }

    [Fact]
    public async Task A_settled_export_keeps_the_sealed_answer_and_makes_room_for_the_next()
    {
        var user = TestUser.Create();
        var (contact, connection) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var export = (await PrepareAsync(user, contact, connection))!;
        var answer = "the answer of the system"u8.ToArray();
        var written = new WriteOutcome.Written(new CrmRecord("Contact", "17", "3", null), [], answer);

        Assert.False(await AsAsync(user, ledger => ledger.SettleAsync(export.Id, written, default)));
        Assert.True(await AsAsync(user, ledger => ledger.StepAsync(export.Id, record => record.TrySend(_host.Clock.GetUtcNow()), default)));
        Assert.True(await AsAsync(user, ledger => ledger.SettleAsync(export.Id, written, default)));
        Assert.False(await AsAsync(user, ledger => ledger.SettleAsync(export.Id, written, default)));

        var evidence = (byte[])(await ReadAsync(user, "select evidence from export_record"))!;
        Assert.Equal(-1, evidence.AsSpan().IndexOf(answer));
        Assert.Equal(3L, await ReadAsync(user, "select count(*) from audit_entry"));
        Assert.NotNull(await PrepareAsync(user, contact, connection));
    }

    [Fact]
    [Promise(3)]
    public async Task Another_organisation_sees_and_moves_no_export()
    {
        var owner = TestUser.Create();
        var export = (await PrepareAsync(owner, Guid.CreateVersion7(), Guid.CreateVersion7()))!;
        var stranger = TestUser.Create();

        Assert.False(await AsAsync(stranger, ledger => ledger.StepAsync(export.Id, record => record.TrySend(_host.Clock.GetUtcNow()), default)));
        // The filter away, with the service's own role: the rows' own rule remains.
        Assert.Equal(0L, await ReadAsync(stranger, "select count(*) from export_record"));
        Assert.Equal(1L, await ReadAsync(owner, "select count(*) from export_record"));
    }

    [Fact]
    public async Task Audit_entries_can_be_added_but_not_changed()
    {
        var user = TestUser.Create();
        await PrepareAsync(user, Guid.CreateVersion7(), Guid.CreateVersion7());

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => ReadAsync(user, "update audit_entry set action = 'nothing'"));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    private Task<ExportRecord?> PrepareAsync(TestUser user, Guid contact, Guid connection) =>
        AsAsync(user, ledger => ledger.PrepareAsync(contact, 1, connection, "carddav", default));

    private async Task<T> AsAsync<T>(TestUser user, Func<ExportLedger, Task<T>> work)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Become(user.OrganizationId, user.UserId, user.SessionId);
        return await work(scope.ServiceProvider.GetRequiredService<ExportLedger>());
    }

    private async Task<object?> ReadAsync(TestUser user, string sql)
    {
        await using var connection = await _database.OpenAsync(_database.AppRole);
        await using var transaction = await connection.BeginTransactionAsync();
        await using var setting = new NpgsqlCommand($"select set_config('signet.organization_id', '{user.OrganizationId}', true)", connection, transaction);
        await setting.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        return await command.ExecuteScalarAsync();
    }
}
