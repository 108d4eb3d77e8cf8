using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Logging;
using Npgsql;
using Signet.Contacts.Duplicates;
using Signet.Contacts.Search;
using Signet.Contracts;
using Signet.Testing;
using static Signet.Services.Tests.Contacts.Some;

namespace Signet.Services.Tests.Contacts;

/// <summary>The database is killed (no shutdown, no warning) and started again while people save.</summary>
public sealed class CrashTests(CrashTests.CrashingApp app) : IClassFixture<CrashTests.CrashingApp>
{
    private const int Writers = 6;

    private static readonly int Rounds = Environment.GetEnvironmentVariable("SIGNET_LONG") == "1" ? 50 : 2;

    [Fact]
    public async Task No_acknowledged_contact_is_lost_none_is_half_and_none_is_there_twice()
    {
        var anna = app.NewOrganization();
        var list = (await anna.FirstListAsync()).Id;
        ConcurrentDictionary<string, Guid> acknowledged = new();
        ConcurrentDictionary<string, string> unanswered = new();
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, Writers).Select(writer => WriteAsync(writer, stop.Token)).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            var before = acknowledged.Count;
            await UntilAsync(() => acknowledged.Count > before + 10);
            app.KillDatabase();
            await Task.Delay(TimeSpan.FromMilliseconds(100 * (round % 5)));
            await app.StartDatabaseAsync();
        }
        var last = acknowledged.Count;
        await UntilAsync(() => acknowledged.Count > last + 10);
        await stop.CancelAsync();
        await Task.WhenAll(writers);

        // Nobody knows whether an unanswered request was carried out: the same key asks again without doing it twice.
        foreach (var (name, key) in unanswered)
            acknowledged[name] = (await SaveAsync(name, key)).Is<ContactResponse>(HttpStatusCode.Created).Id;

        foreach (var (name, id) in acknowledged)
            Assert.Equal(name, (await anna.ReadAsync(id)).Is<ContactResponse>(HttpStatusCode.OK).DisplayName);
        Assert.Equal(acknowledged.Count, await app.CountAsync("contact", anna.OrganizationId));
        Assert.Equal(3 * acknowledged.Count, await app.CountAsync("contact_field", anna.OrganizationId));
        Assert.Equal(acknowledged.Keys.Sum(name => MatchKeys.Of(FieldsOf(name)).Length), await app.CountAsync("match_key", anna.OrganizationId));
        Assert.Equal(acknowledged.Count + 1, (await app.RowsAsync("audit_entry", anna.OrganizationId)).Count);
        Assert.Equal(acknowledged.Keys.Sum(name => Grams.Of(SearchText.Of(FieldsOf(name))).Length), await app.CountAsync("search_gram", anna.OrganizationId));

        async Task WriteAsync(int writer, CancellationToken stopping)
        {
            for (var number = 0; !stopping.IsCancellationRequested; number++)
            {
                var (name, key) = ($"Anna Muster{writer}x{number}", app.NewId().ToString());
                var answer = await SaveAsync(name, key);
                if (answer.Status is HttpStatusCode.Created) acknowledged[name] = answer.Is<ContactResponse>(HttpStatusCode.Created).Id;
                else unanswered[name] = key;
                if (answer.Status is not (HttpStatusCode.Created or HttpStatusCode.ServiceUnavailable))
                    Assert.Fail($"{answer.Body}\n{string.Join('\n', app.Host.Logs.All.Where(log => log.Level >= LogLevel.Error).TakeLast(3))}");
            }
        }

        Task<Answer> SaveAsync(string name, string key) =>
            anna.PostAsync("/api/v1/contacts", new SaveContactRequest(null, list, Person.Choices(FieldsOf(name))), key);
    }

    private static Signet.Contacts.Contacts.FieldValue[] FieldsOf(string name) =>
        [First("Anna"), Last(name["Anna ".Length..]), Email($"{name.Replace(' ', '.')}@example.com")];

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var tries = 0; !condition(); tries++)
        {
            Assert.True(tries < 1200, "The service did not recover within a minute.");
            await Task.Delay(50);
        }
    }

    /// <summary>A service with a server of its own, which nobody else loses, and which means it when it says "committed".</summary>
    public sealed class CrashingApp() : ContactsApp(new PostgresServer())
    {
        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            await using var connection = await ConnectAsSuperuserAsync();
            foreach (var statement in new[] { "alter system set synchronous_commit = on", "select pg_reload_conf()" })
            {
                await using var durable = new NpgsqlCommand(statement, connection);
                await durable.ExecuteNonQueryAsync();
            }
        }

        public void KillDatabase() => Postgres.Kill();

        public Task StartDatabaseAsync() => Postgres.StartAgainAsync();

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            await Postgres.DisposeAsync();
        }
    }
}
