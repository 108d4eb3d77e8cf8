using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Signet.Identity.Data;
using Signet.Identity.Keys;
using Signet.Identity.Organizations;
using Signet.Testing;

namespace Signet.Services.Tests.Identity;

public sealed class DatabaseTests(IdentityApp app, PostgresServer postgres) : IClassFixture<IdentityApp>
{
    [Fact]
    public async Task Every_table_is_under_row_level_security_or_on_the_list_of_directories()
    {
        await using var connection = await postgres.OpenAsSuperuserAsync(app.Database.Name);
        var open = await ReadAsync(connection, "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and not (relrowsecurity and relforcerowsecurity)");
        Assert.Equal(DirectoryMapping.Tables.Append("__EFMigrationsHistory").Order(StringComparer.Ordinal), open.Order(StringComparer.Ordinal));
        var closed = await ReadAsync(connection, "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relrowsecurity and relforcerowsecurity");
        Assert.Equal(["access_token", "audit_entry", "organization", "session", "user_account"], closed.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("organization")]
    [InlineData("user_account")]
    [InlineData("session")]
    [InlineData("access_token")]
    [InlineData("audit_entry")]
    public async Task The_services_role_sees_one_organization_without_any_filter(string table)
    {
        var own = await PersonWithEverythingAsync();
        var other = await PersonWithEverythingAsync();
        await using var connection = await app.Database.OpenAsync(app.Database.AppRole);

        Assert.Empty(await ReadAsync(connection, $"select organization_id::text from {table}"));
        await using var transaction = await connection.BeginTransactionAsync();
        await ExecuteAsync(connection, $"select set_config('signet.organization_id', '{own.OrganizationId}', true)");
        Assert.Equal([own.OrganizationId.ToString()], (await ReadAsync(connection, $"select organization_id::text from {table}")).Distinct());
        Assert.NotEqual(own.OrganizationId, other.OrganizationId);
    }

    [Fact]
    public async Task A_row_of_another_organization_can_neither_be_written_nor_referenced()
    {
        var own = await app.AddPersonAsync();
        var other = await app.AddPersonAsync();
        var insert = "insert into session (organization_id, id, user_id, created_at, expires_at, last_seen_at) values ('{0}', gen_random_uuid(), '{1}', now(), now(), now())";

        Assert.Equal("42501", await TryAsync(own.OrganizationId, string.Format(CultureInfo.InvariantCulture, insert, other.OrganizationId, other.UserId)));
        Assert.Equal("23503", await TryAsync(own.OrganizationId, string.Format(CultureInfo.InvariantCulture, insert, own.OrganizationId, other.UserId)));
        Assert.Null(await TryAsync(own.OrganizationId, string.Format(CultureInfo.InvariantCulture, insert, own.OrganizationId, own.UserId)));
    }

    [Fact]
    public async Task Audit_entries_can_be_added_and_neither_changed_nor_removed()
    {
        var person = await PersonWithEverythingAsync();
        Assert.Equal("42501", await TryAsync(person.OrganizationId, "update audit_entry set action = 'x'"));
        Assert.Equal("42501", await TryAsync(person.OrganizationId, "delete from audit_entry"));
        Assert.NotEmpty(await app.AuditOfAsync(person));
    }

    [Fact]
    public async Task The_demo_user_comes_in_development_with_the_password_of_the_parameter()
    {
        var database = await postgres.CreateDatabaseAsync("identity");
        await (Demo("first password of the demo") with { Environment = "Development" }).MigrateAsync<KeyRing>(database);
        await (Demo("second password of the demo") with { Environment = "Development" }).MigrateAsync<KeyRing>(database);

        await using var host = (IdentityApp.Order() with { Database = database }).Start<KeyRing>();
        using var browser = new Browser(host.ClientOf("gateway"));
        Assert.Equal(422, (await browser.TryAsync(DemoSeed.Email, "first password of the demo")).Status);
        Assert.Equal(303, (await browser.TryAsync(DemoSeed.Email, "second password of the demo")).Status);
    }

    [Fact]
    public async Task Outside_development_the_demo_user_is_refused_and_without_its_password_nobody_comes()
    {
        var database = await postgres.CreateDatabaseAsync("identity");
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => (Demo("some password") with { Environment = "Production" }).MigrateAsync<KeyRing>(database));
        Assert.Contains("Demo:Password is set outside Development", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("some password", refusal.Message, StringComparison.Ordinal);

        await (IdentityApp.Order() with { Environment = "Production" }).MigrateAsync<KeyRing>(database);
        await using var connection = await postgres.OpenAsSuperuserAsync(database.Name);
        Assert.Equal(["0"], await ReadAsync(connection, "select count(*)::text from user_account"));
    }

    private static ServiceOrder Demo(string password)
    {
        var order = IdentityApp.Order();
        return order with { Settings = new Dictionary<string, string>(order.Settings) { [DemoSeed.PasswordKey] = password } };
    }

    private async Task<Person> PersonWithEverythingAsync()
    {
        var person = await app.AddPersonAsync();
        using var api = await app.ApiOfAsync(person);
        using var made = await api.PostAsync("/api/v1/access-tokens", new StringContent("""{"name":"x","scopes":["lists.read"],"expiresInDays":1}""", System.Text.Encoding.UTF8, "application/json"));
        Assert.True(made.IsSuccessStatusCode);
        return person;
    }

    /// <summary>The error code of a statement in an organisation's transaction, or null.</summary>
    private async Task<string?> TryAsync(Guid organization, string sql)
    {
        await using var connection = await app.Database.OpenAsync(app.Database.AppRole);
        await using var transaction = await connection.BeginTransactionAsync();
        await ExecuteAsync(connection, $"select set_config('signet.organization_id', '{organization}', true)");
        try
        {
            await ExecuteAsync(connection, sql);
            return null;
        }
        catch (PostgresException refusal)
        {
            return refusal.SqlState;
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<string>> ReadAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(reader.GetString(0));
        return rows;
    }
}
