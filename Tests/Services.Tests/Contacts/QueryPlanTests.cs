using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Signet.Contacts.Data;
using Signet.Contacts.Duplicates;
using Signet.Contracts;
using Signet.Testing;
using static Signet.Services.Tests.Contacts.Some;

namespace Signet.Services.Tests.Contacts;

/// <summary>Whatever the service sends while people work with it is explained as its own role, among enough rows of others.</summary>
public sealed partial class QueryPlanTests(QueryPlanTests.FullApp app) : IClassFixture<QueryPlanTests.FullApp>
{
    [Fact]
    public async Task Every_query_is_served_by_an_index_under_row_level_security()
    {
        await WorkAsync();
        List<string> slow = [];
        await using var connection = await app.ConnectAsServiceAsync();
        foreach (var (query, parameters) in app.Sent.All.Where(sent => TenantTable().IsMatch(sent.Key)))
        {
            foreach (var statement in SplitBatch(query))
            {
                var plan = await ExplainAsync(connection, statement, parameters);
                if (plan.Contains("Seq Scan on", StringComparison.Ordinal)) slow.Add($"{statement}\n{plan}");
            }
        }
        Assert.True(app.Sent.All.Count > 20, "The work sent fewer queries than it should have.");
        Assert.True(slow.Count == 0, string.Join("\n\n", slow));
    }

    /// <summary>The test of the test: the same index serves an equality and not a pattern, which is not leakproof.</summary>
    [Theory]
    [InlineData("sort_key = 'anna muller'", true)]
    [InlineData("sort_key like 'anna mu%'", false)]
    public async Task What_is_not_leakproof_reads_everything(string condition, bool served)
    {
        await using var connection = await app.ConnectAsServiceAsync();
        var plan = await ExplainAsync(connection, $"select from contact where deleted_at is null and {condition}", []);
        Assert.Equal(served, IndexedName().IsMatch(plan));
    }

    private async Task WorkAsync()
    {
        var anna = app.Owner;
        await anna.ListsAsync();
        var list = await anna.NewListAsync("Noch eine");
        var draft = await anna.CaptureAsync(First("Anna"), Last("Müller"), Company("Muster GmbH"), Email("anna@example.com"), Phone("+496990009420"));
        await anna.GetAsync($"/api/v1/drafts/{draft.DraftId}");
        var contact = (await anna.PostAsync("/api/v1/contacts", new SaveContactRequest(draft.DraftId, list.Id, Person.Choices(Last("Müller"), Email("anna@example.com")))))
            .Is<ContactResponse>(System.Net.HttpStatusCode.Created);
        await anna.ReadAsync(contact.Id);
        foreach (var query in new[] { null, "müller", "anna mü", "muelelr", "gmbh", "antriebstechnik berlin", "0699000", "example" })
        foreach (var inList in new Guid?[] { null, list.Id, (await anna.FirstListAsync()).Id })
        {
            var page = await anna.SearchAsync(query, inList, limit: 2);
            if (page.NextCursor is not null) await anna.SearchAsync(query, inList, page.NextCursor, 2);
        }
        await anna.UpdateAsync(contact, null, "\"1\"", new UpdateContactField(null, FieldKind.LastName, "Schmidt"));
        await anna.DeleteAsync(contact.Id, "\"2\"");
        await anna.SendAsync(HttpMethod.Delete, $"/api/v1/drafts/{(await anna.CaptureAsync(Last("Normal"))).DraftId}");
        await anna.DuplicatesAsync(First("Anna"), Last("Müller"), Company("Muster GmbH"), Email("anna@example.com"), Phone("+496990009420"));
        await app.Services.GetServices<IHostedService>().OfType<MatchIndexJob>().Single().RunAsync(CancellationToken.None);
        await RetentionTests.RunAfterAsync(app, TimeSpan.FromDays(31));
    }

    private async Task<string> ExplainAsync(NpgsqlConnection connection, string query, NpgsqlParameter[] parameters)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using var setting = new NpgsqlCommand($"select set_config('signet.organization_id', '{app.Owner.OrganizationId}', true)", connection);
        await setting.ExecuteNonQueryAsync();
        await using var explain = new NpgsqlCommand("explain " + query, connection);
        foreach (var parameter in parameters.Where(parameter => query.Contains('@' + parameter.ParameterName.TrimStart('@'), StringComparison.Ordinal)))
            explain.Parameters.Add(parameter.Clone());
        await using var reader = await explain.ExecuteReaderAsync();
        List<string> lines = [];
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }

    // SaveChanges sends several statements at once; EXPLAIN takes one.
    private static IEnumerable<string> SplitBatch(string query) =>
        query.Split(";\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(statement => statement.TrimEnd(';'));

    [GeneratedRegex(@"\b(contact|contact_field|contact_list|draft|draft_field|match_key|search_gram)\b")]
    private static partial Regex TenantTable();

    [GeneratedRegex("Index Cond: .*sort_key")]
    private static partial Regex IndexedName();

    /// <summary>A service whose organisation has thousands of contacts among the tens of thousands of others.</summary>
    public sealed class FullApp(PostgresServer postgres) : ContactsApp(postgres)
    {
        internal SentQueries Sent { get; } = new();

        internal Person Owner { get; private set; } = null!;

        protected override void Configure(IServiceCollection services) => services.ConfigureDbContext<ContactsDb>(options => options.AddInterceptors(Sent));

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            Owner = NewOrganization();
            await using var connection = await ConnectAsSuperuserAsync();
            foreach (var (person, count) in new[] { (Owner, 5_000), (NewOrganization(), 15_000), (NewOrganization(), 5_000) })
                await new Crowd(count).WriteAsync(connection, person.OrganizationId, (await person.FirstListAsync()).Id);
            await using var others = new NpgsqlCommand(OtherRows, connection);
            await others.ExecuteNonQueryAsync();
        }

        private const string OtherRows =
            """
            insert into contact_list select gen_random_uuid(), gen_random_uuid(), n::text, n::text, now() from generate_series(1, 5000) n;
            insert into draft select md5((n % 100)::text)::uuid, md5(n::text)::uuid, gen_random_uuid(), 'Mail', now() from generate_series(1, 5000) n;
            insert into draft_field select md5((n % 100)::text)::uuid, md5(n::text)::uuid, gen_random_uuid(), f, 'City', 'Bonn', null, 1, 'r' from generate_series(1, 5000) n, generate_series(1, 5) f;
            analyze;
            """;
    }
}
