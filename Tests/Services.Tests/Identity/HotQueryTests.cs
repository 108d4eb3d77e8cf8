using System.Globalization;
using Npgsql;
using Signet.Identity.Keys;
using Signet.Testing;

namespace Signet.Services.Tests.Identity;

/// <summary>Row-level security keeps the planner from some indexes; these are the queries of every request, planned as the service's role on full tables.</summary>
public sealed class HotQueryTests(FullDatabase full) : IClassFixture<FullDatabase>
{
    public static TheoryData<string, string> HotQueries => new()
    {
        { "select * from sign_in_address where address_hash = '\\x00' order by organization_id limit 4", "address_hash" },
        { "select * from access_token_hash where hash = '\\x00'", "hash" },
        { "delete from access_token_hash where organization_id = '{0}' and access_token_id = '{0}'", "access_token_id" },
        { "select * from user_account where organization_id = '{0}' and id = '{0}'", "id" },
        { "update user_account set attempts = 1 where organization_id = '{0}' and id = '{0}' and (locked_until is null or locked_until <= now())", "id" },
        { "select * from user_account where organization_id = '{0}' and email = 'a@example.com'", "email" },
        { "select * from session s join user_account u on u.organization_id = s.organization_id and u.id = s.user_id where s.organization_id = '{0}' and s.id = '{0}' and s.ended_at is null", "id" },
        { "update session set last_seen_at = now() where organization_id = '{0}' and id = '{0}'", "id" },
        { "select * from session where organization_id = '{0}' and user_id = '{0}'", "user_id" },
        { "select * from access_token t join user_account u on u.organization_id = t.organization_id and u.id = t.user_id where t.organization_id = '{0}' and t.id = '{0}'", "id" },
        { "select * from access_token where organization_id = '{0}' and user_id = '{0}' and revoked_at is null order by id desc", "user_id" },
        { "select * from oauth_token where reference_id = 'x'", "reference_id" },
        { "select * from oauth_token where authorization_id = '{0}'", "authorization_id" },
    };

    [Theory]
    [MemberData(nameof(HotQueries))]
    public async Task Hot_queries_use_an_index_as_the_services_role(string query, string column)
    {
        var plan = await full.ExplainAsync(string.Format(CultureInfo.InvariantCulture, query, full.OrganizationId));
        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
        Assert.Matches($@"Index Cond:.*\b{column}\)?(::text)? = ", plan);
    }

    [Fact]
    public async Task A_query_without_an_index_would_be_noticed() =>
        Assert.Contains("Seq Scan", await full.ExplainAsync("select * from user_account where display_name = 'x'"), StringComparison.Ordinal);
}

/// <summary>One large organisation: 5,000 users with a session and a token each.</summary>
public sealed class FullDatabase(PostgresServer postgres) : IAsyncLifetime
{
    private TestDatabase? database;

    public Guid OrganizationId { get; } = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    public async ValueTask InitializeAsync()
    {
        database = await postgres.CreateDatabaseAsync("identity", IdentityApp.Order().MigrateAsync<KeyRing>);
        await using var connection = await postgres.OpenAsSuperuserAsync(database.Name);
        await using var command = new NpgsqlCommand($"""
            insert into organization values ('{OrganizationId}', 'Large', now());
            insert into user_account (organization_id, id, email, display_name, permissions, created_at, attempts)
              select '{OrganizationId}', gen_random_uuid(), 'user' || n || '@example.com', 'User', array[]::text[], now(), 0 from generate_series(1, 5000) n;
            insert into sign_in_address select sha256(email::bytea), organization_id, id from user_account;
            insert into session (organization_id, id, user_id, created_at, expires_at, last_seen_at) select organization_id, gen_random_uuid(), id, now(), now(), now() from user_account;
            insert into access_token (organization_id, id, user_id, name, scopes, created_at, expires_at) select organization_id, gen_random_uuid(), id, 'x', array[]::text[], now(), now() from user_account;
            insert into access_token_hash (hash, organization_id, access_token_id) select sha256(id::text::bytea), organization_id, id from access_token;
            insert into oauth_authorization (id) select gen_random_uuid() from generate_series(1, 5000);
            insert into oauth_token (id, authorization_id, reference_id) select gen_random_uuid(), id, id::text from oauth_authorization;
            analyze;
            """, connection);
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The plan as the service's role, in a transaction of the organisation.</summary>
    public async Task<string> ExplainAsync(string query)
    {
        await using var connection = await database!.OpenAsync(database.AppRole);
        await using var transaction = await connection.BeginTransactionAsync();
        await using var tenant = new NpgsqlCommand($"select set_config('signet.organization_id', '{OrganizationId}', true)", connection);
        await tenant.ExecuteNonQueryAsync();
        await using var explain = new NpgsqlCommand("explain " + query, connection);
        await using var reader = await explain.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }
}
