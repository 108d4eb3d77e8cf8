using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Signet.ServiceDefaults;
using Signet.Testing;

namespace Signet.Services.Tests.ServiceDefaults;

public sealed class TenancyTests(PostgresServer postgres) : IAsyncLifetime
{
    private readonly TestUser _ours = TestUser.Create();
    private readonly TestUser _theirs = TestUser.Create();
    private TestDatabase _database = null!;
    private ProbeService _probe = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync("probe", ProbeService.MigrateAsync);
        _probe = await ProbeService.StartAsync(new ServiceOrder("probe") { Database = _database });
    }

    public ValueTask DisposeAsync() => _probe.DisposeAsync();

    [Fact]
    public async Task A_transaction_sees_the_rows_of_its_organisation_only()
    {
        await AddAsync(_ours, "ours");
        await AddAsync(_theirs, "theirs");

        Assert.Equal(["ours"], await ReadAsync(_ours));
        Assert.Equal(["theirs"], await ReadAsync(_theirs));
        Assert.Empty(await ReadAsync(null));
    }

    [Fact]
    public async Task A_row_of_another_organisation_cannot_be_written()
    {
        var fault = await Assert.ThrowsAsync<DbUpdateException>(() => AddAsync(_ours, "smuggled", _theirs.OrganizationId));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, Assert.IsType<PostgresException>(fault.InnerException).SqlState);
    }

    [Fact]
    public async Task A_command_outside_of_a_transaction_is_a_fault_of_the_program()
    {
        await using var scope = ScopeOf(_ours);
        var db = scope.ServiceProvider.GetRequiredService<ProbeDb>();

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => db.Notes.ToListAsync(TestContext.Current.CancellationToken));

        Assert.Contains("TransactAsync", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_organisation_of_a_pooled_connection_does_not_outlive_its_transaction()
    {
        await AddAsync(_ours, "first");
        for (var round = 0; round < 20; round++) Assert.Empty(await ReadAsync(round % 2 == 0 ? null : _theirs));
    }

    [Fact]
    public async Task The_app_role_has_no_way_around_row_security()
    {
        await AddAsync(_ours, "ours");
        await using var app = await _database.OpenAsync(_database.AppRole);
        await using var command = app.CreateCommand();

        command.CommandText = "select count(*) from note";
        Assert.Equal(0L, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        foreach (var attempt in new[] { "alter table note disable row level security", "create table mine(id int)", "set role probe_owner", "truncate note" })
        {
            command.CommandText = attempt;
            var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    [Fact]
    public async Task Audit_entries_are_written_with_the_change_and_cannot_be_changed()
    {
        await AddAsync(_ours, "recorded");
        await using var scope = ScopeOf(_ours);
        var db = scope.ServiceProvider.GetRequiredService<ProbeDb>();

        var entry = await db.TransactAsync(ct => db.Set<AuditEntry>().AsNoTracking().SingleAsync(ct), TestContext.Current.CancellationToken);
        Assert.Equal(("note.created", _ours.UserId), (entry.Action, entry.UserId));
        Assert.Equal(AuditHash.Of(entry), entry.ContentHash);
        foreach (var change in new Func<Task<int>>[]
        {
            () => db.TransactAsync(ct => db.Set<AuditEntry>().ExecuteDeleteAsync(ct), CancellationToken.None),
            () => db.TransactAsync(ct => db.Set<AuditEntry>().ExecuteUpdateAsync(row => row.SetProperty(audit => audit.Action, "other"), ct), CancellationToken.None),
        })
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(change);
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    [Fact]
    public async Task A_change_that_cannot_be_audited_is_not_made()
    {
        await using var owner = await _database.OpenAsync(_database.OwnerRole);
        await using var command = owner.CreateCommand();
        command.CommandText = "revoke insert on audit_entry from probe_app";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<DbUpdateException>(() => AddAsync(_ours, "unseen"));
        Assert.Empty(await ReadAsync(_ours));
    }

    [Fact]
    public async Task Work_runs_again_when_its_connection_breaks_before_the_commit()
    {
        await using var scope = ScopeOf(_ours);
        var db = scope.ServiceProvider.GetRequiredService<ProbeDb>();
        var attempts = 0;
        await db.TransactAsync(
            async ct =>
            {
                db.Notes.Add(new Note { OrganizationId = _ours.OrganizationId, Id = Guid.CreateVersion7(), Text = "once" });
                if (++attempts == 1) await TerminateAsync(db);
                await db.SaveChangesAsync(ct);
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(2, attempts);
        Assert.Equal(["once"], await ReadAsync(_ours));
    }

    [Theory]
    [InlineData("SSL Mode=Require")]
    [InlineData("SSL Mode=Disable")]
    [InlineData("Include Error Detail=true")]
    [InlineData("Log Parameters=true")]
    public async Task A_connection_string_that_weakens_the_rules_is_refused(string weakness)
    {
        var order = new ServiceOrder("probe")
        {
            Database = _database,
            Settings = new Dictionary<string, string> { ["ConnectionStrings:probedb"] = $"{_database.ConnectionString(_database.AppRole)};{weakness}" },
        };
        await Assert.ThrowsAsync<InvalidOperationException>(() => ProbeService.StartAsync(order));
    }

    private async Task TerminateAsync(ProbeDb db)
    {
        var pid = ((NpgsqlConnection)db.Database.GetDbConnection()).ProcessID;
        await using var superuser = await postgres.OpenAsSuperuserAsync();
        await using var command = new NpgsqlCommand($"select pg_terminate_backend({pid})", superuser);
        await command.ExecuteNonQueryAsync();
    }

    private async Task AddAsync(TestUser user, string text, Guid? organization = null)
    {
        await using var scope = ScopeOf(user);
        var db = scope.ServiceProvider.GetRequiredService<ProbeDb>();
        await db.TransactAsync(
            async ct =>
            {
                var note = new Note { OrganizationId = organization ?? user.OrganizationId, Id = Guid.CreateVersion7(), Text = text };
                db.Notes.Add(note);
                db.Audit("note.created", "note", note.Id);
                await db.SaveChangesAsync(ct);
            },
            TestContext.Current.CancellationToken);
    }

    private async Task<List<string>> ReadAsync(TestUser? user)
    {
        await using var scope = ScopeOf(user);
        var db = scope.ServiceProvider.GetRequiredService<ProbeDb>();
        return await db.TransactAsync(ct => db.Notes.Select(note => note.Text).ToListAsync(ct), TestContext.Current.CancellationToken);
    }

    private AsyncServiceScope ScopeOf(TestUser? user)
    {
        var scope = _probe.Services.CreateAsyncScope();
        if (user is not null) scope.ServiceProvider.GetRequiredService<Tenant>().Become(user.OrganizationId, user.UserId, user.SessionId);
        return scope;
    }
}
