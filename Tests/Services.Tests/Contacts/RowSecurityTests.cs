using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Signet.Contacts.Data;
using Signet.Contacts.Duplicates;
using Signet.ServiceDefaults;
using static Signet.Services.Tests.Contacts.Some;

namespace Signet.Services.Tests.Contacts;

/// <summary>What the database itself refuses to the service's own role, with every filter of the service removed.</summary>
public sealed class RowSecurityTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private static readonly string[] TenantTables =
        ["audit_entry", "contact", "contact_field", "contact_list", "data_key", "draft", "draft_field", "idempotency_entry", "match_index", "match_key", "search_gram"];

    [Fact]
    public async Task Every_table_is_under_row_level_security_but_the_directory()
    {
        await using var connection = await app.ConnectAsSuperuserAsync();
        var open = await ReadAsync(connection, "select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and not (relrowsecurity and relforcerowsecurity) order by 1");
        Assert.Equal(["__EFMigrationsHistory", "known_organization"], open);
        var secured = await ReadAsync(connection, "select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relrowsecurity and relforcerowsecurity order by 1");
        Assert.Equal(TenantTables, secured);
    }

    [Fact]
    public async Task The_directory_holds_nothing_but_ids_of_organisations()
    {
        await using var connection = await app.ConnectAsSuperuserAsync();
        Assert.Equal(["organization_id uuid"], await ReadAsync(connection,
            "select column_name || ' ' || data_type from information_schema.columns where table_schema = 'public' and table_name = 'known_organization'"));
    }

    [Fact]
    public async Task Without_its_organisation_the_services_role_sees_and_changes_nothing()
    {
        var (anna, stranger) = (await FilledAsync(), await FilledAsync());
        foreach (var organization in new[] { null, "", stranger.OrganizationId.ToString() })
        {
            await using var connection = await app.ConnectAsServiceAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            await SetAsync(connection, organization);
            foreach (var table in TenantTables)
            {
                Assert.Equal(["0"], await ReadAsync(connection, $"select count(*)::text from {table} where organization_id = '{anna.OrganizationId}'"));
                if (organization is null or "") Assert.Equal(["0"], await ReadAsync(connection, $"select count(*)::text from {table}"));
            }
            Assert.Equal(0, await ExecuteAsync(connection, $"update contact set display_name = 'x' where organization_id = '{anna.OrganizationId}'"));
            Assert.Equal(0, await ExecuteAsync(connection, $"delete from contact_list where organization_id = '{anna.OrganizationId}'"));
        }
    }

    [Fact]
    public async Task With_its_organisation_it_sees_its_own_rows()
    {
        var anna = await FilledAsync();
        await using var connection = await app.ConnectAsServiceAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await SetAsync(connection, anna.OrganizationId.ToString());
        foreach (var table in TenantTables.Except(["idempotency_entry"]))
            Assert.NotEqual(["0"], await ReadAsync(connection, $"select count(*)::text from {table}"));
    }

    [Fact]
    public async Task A_query_without_the_filter_still_sees_one_organisation()
    {
        var (anna, stranger) = (await FilledAsync(), await FilledAsync());
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Become(anna.OrganizationId);
        var db = scope.ServiceProvider.GetRequiredService<ContactsDb>();
        var seen = await db.TransactAsync(cancel => db.Contacts.IgnoreQueryFilters().Select(contact => contact.OrganizationId).Distinct().ToListAsync(cancel), CancellationToken.None);
        Assert.Equal(anna.OrganizationId, Assert.Single(seen));
        Assert.NotEqual(stranger.OrganizationId, anna.OrganizationId);
    }

    [Fact]
    public async Task A_row_of_another_organisation_cannot_be_written()
    {
        var (anna, stranger) = (await FilledAsync(), await FilledAsync());
        await RefusedAsync(anna, PostgresErrorCodes.InsufficientPrivilege, $"insert into search_gram values ('{stranger.OrganizationId}', 1, '{app.NewId()}')");
        await RefusedAsync(anna, PostgresErrorCodes.InsufficientPrivilege, $"update contact set organization_id = '{stranger.OrganizationId}'");
    }

    [Fact]
    public async Task A_foreign_key_cannot_reach_into_another_organisation()
    {
        var (anna, stranger) = (await FilledAsync(), await FilledAsync());
        var (foreignList, foreignContact) = ((await stranger.FirstListAsync()).Id, (await stranger.SearchAsync(null)).Items[0].Id);
        await RefusedAsync(anna, PostgresErrorCodes.ForeignKeyViolation, $"update contact set list_id = '{foreignList}'");
        await RefusedAsync(anna, PostgresErrorCodes.ForeignKeyViolation,
            $"insert into contact_field values ('{anna.OrganizationId}', '{foreignContact}', '{app.NewId()}', 0, 'LastName', 'x', null, 'Hand', now(), null, 1)");
    }

    [Theory]
    [InlineData("create table own (id int)")]
    [InlineData("alter table contact disable row level security")]
    [InlineData("alter table contact no force row level security")]
    [InlineData("update audit_entry set action = 'x'")]
    [InlineData("delete from audit_entry")]
    [InlineData("truncate contact")]
    public async Task The_services_role_may_not(string statement) =>
        await RefusedAsync(await FilledAsync(), PostgresErrorCodes.InsufficientPrivilege, statement);

    private async Task<Person> FilledAsync()
    {
        var person = app.NewOrganization();
        await person.SaveAsync(First("Anna"), Last("Müller"), Email("anna@example.com"));
        await person.CaptureAsync(Last("Normal"));
        await app.Services.GetServices<IHostedService>().OfType<MatchIndexJob>().Single().RunAsync(CancellationToken.None);
        return person;
    }

    private async Task RefusedAsync(Person person, string state, string statement)
    {
        await using var connection = await app.ConnectAsServiceAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await SetAsync(connection, person.OrganizationId.ToString());
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(connection, statement));
        Assert.Equal(state, refusal.SqlState);
    }

    private static async Task SetAsync(NpgsqlConnection connection, string? organization)
    {
        if (organization is not null) await ExecuteAsync(connection, $"select set_config('signet.organization_id', '{organization}', true)");
    }

    private static async Task<int> ExecuteAsync(NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<string>> ReadAsync(NpgsqlConnection connection, string query)
    {
        await using var command = new NpgsqlCommand(query, connection);
        await using var reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync()) rows.Add(reader.GetString(0));
        return rows;
    }
}
