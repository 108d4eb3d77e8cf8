using System.Buffers.Binary;
using System.Globalization;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Signet.Contacts.Contacts;
using Signet.Contacts.Data;
using Signet.Contacts.Duplicates;
using Signet.Contracts;
using Signet.Matching.Blocking;
using Signet.Testing;

namespace Signet.Benchmarks.Contacts;

/// <summary>
/// A real contacts service over a real PostgreSQL, filled with the rows of a file: what a client measures has TLS with certificates both ways, the token, the app role,
/// row-level security and the database in it.
/// </summary>
internal sealed class OnlineStore : IAsyncDisposable
{
    private const int ContactsAtOnce = 10_000;

    private readonly PostgresServer _postgres;
    private readonly TokenMint _mint;
    private readonly ServiceHost<ContactsDb> _host;
    private readonly TestDatabase _database;
    private readonly TestUser _user = TestUser.Create();
    private readonly List<string> _ids = [];

    private OnlineStore(PostgresServer postgres, TokenMint mint, ServiceHost<ContactsDb> host, TestDatabase database) =>
        (_postgres, _mint, _host, _database) = (postgres, mint, host, database);

    public Guid ListId { get; private set; }

    public static async Task<OnlineStore> StartAsync()
    {
        // The rows are meant to be in memory; everything else is as it comes.
        var postgres = new PostgresServer { Settings = new Dictionary<string, string> { ["shared_buffers"] = "4GB", ["maintenance_work_mem"] = "1GB", ["max_wal_size"] = "8GB" } };
        // One clock that stands still: the token lasts as long as the run.
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var mint = await TokenMint.StartAsync(clock);
        var order = new ServiceOrder("contacts") { Clock = clock, Callers = "gateway", Others = [mint.Host], Settings = new Dictionary<string, string> { ["Logging:LogLevel:Default"] = "Warning" } };
        var database = await postgres.CreateDatabaseAsync("contacts", order.MigrateAsync<ContactsDb>);
        return new(postgres, mint, (order with { Database = database }).Start<ContactsDb>(), database);
    }

    /// <summary>A client of its own connections, signed in as the one user of the organisation.</summary>
    public HttpClient Client() => _host.ClientFor(_mint, _user, [.. Permissions.All]);

    /// <summary>The id that the file has for a contact; null for one that was saved later.</summary>
    public string? IdOf(Guid contact)
    {
        Span<byte> bytes = stackalloc byte[16];
        contact.TryWriteBytes(bytes);
        var row = BinaryPrimitives.ReadInt32BigEndian(bytes[12..]);
        return row >= 0 && row < _ids.Count && GuidOf(row) == contact ? _ids[row] : null;
    }

    /// <summary>Writes all rows, and counts how common their values are, as the service does every hour.</summary>
    public async Task FillAsync(string store, string mapPath)
    {
        using var client = Client();
        ListId = (await client.GetFromJsonAsync<ListsResponse>("/api/v1/lists"))!.Items[0].Id;
        await using (var connection = await _postgres.OpenAsSuperuserAsync(_database.Name))
        {
            // Indexes made at the end are made in a tenth of the time.
            await ExecuteAsync(connection, "alter table match_key drop constraint pk_match_key; drop index ix_match_key_organization_id_contact_id");
            var copy = new ContactCopy(connection, _user.OrganizationId, ListId);
            foreach (var chunk in Contacts(store, mapPath, copy).Chunk(ContactsAtOnce)) await copy.WriteAsync(chunk, search: false);
            await ExecuteAsync(connection, """
                alter table match_key add constraint pk_match_key primary key (organization_id, key, contact_id);
                create index ix_match_key_organization_id_contact_id on match_key (organization_id, contact_id);
                """);
            await ExecuteAsync(connection, $"insert into match_index (organization_id, version, oldest_version, pass_version, contacts) values ('{_user.OrganizationId}', {BlockingKeys.Version}, {BlockingKeys.Version}, 0, 0)");
            await ExecuteAsync(connection, "vacuum (analyze)");
        }
        await _host.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<MatchIndexJob>().Single().RunAsync(CancellationToken.None);
    }

    /// <summary>Bytes of a table and of its indexes.</summary>
    public async Task<(long Table, long Indexes)> SizeAsync(string table)
    {
        await using var connection = await _postgres.OpenAsSuperuserAsync(_database.Name);
        await using var command = new NpgsqlCommand($"select pg_table_size('{table}'), pg_indexes_size('{table}')", connection);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _mint.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    private IEnumerable<Contact> Contacts(string store, string mapPath, ContactCopy copy)
    {
        foreach (var record in OnlineCommand.Records(store, mapPath))
        {
            _ids.Add(record.Id);
            yield return copy.Contact(GuidOf(_ids.Count - 1), OnlineCommand.Fields(record).Select(field => new FieldValue(field.Kind, field.Value!, field.PhoneType)), TimeProvider.System);
        }
    }

    // The row stands in the last bytes.
    private static Guid GuidOf(int row) => Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"019aaaaa-aaaa-7aaa-8aaa-0000{row:x8}"));

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
