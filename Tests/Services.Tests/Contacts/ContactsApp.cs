using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Signet.Contacts.Data;
using Signet.Testing;

namespace Signet.Services.Tests.Contacts;

/// <summary>The contacts service over a database of its own, and who calls it.</summary>
public class ContactsApp(PostgresServer postgres) : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, (HttpClient Client, X509Certificate2 Certificate)> _callers = new();
    private ServiceHost<ContactsDb>? _host;
    private TokenMint? _mint;
    private TestDatabase? _database;

    public FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    public IServiceProvider Services => Host.Services;

    public ServiceHost<ContactsDb> Host => _host ?? throw new InvalidOperationException("Not started.");

    protected PostgresServer Postgres => postgres;

    public virtual async ValueTask InitializeAsync()
    {
        _mint = await TokenMint.StartAsync(Clock);
        var order = new ServiceOrder("contacts") { Callers = "gateway,mail-worker,apphost", Clock = Clock, Others = [_mint.Host], Services = Configure };
        _database = await postgres.CreateDatabaseAsync("contacts", order.MigrateAsync<ContactsDb>);
        _host = (order with { Database = _database }).Start<ContactsDb>();
    }

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var (client, certificate) in _callers.Values)
        {
            client.Dispose();
            certificate.Dispose();
        }
        if (_host is not null) await _host.DisposeAsync();
        if (_mint is not null) await _mint.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    public Guid NewId() => Guid.CreateVersion7(Clock.GetUtcNow());

    internal Person NewOrganization() => new(this, NewId(), NewId());

    internal async Task<Answer> SendAsync(Person person, string caller, HttpRequestMessage request)
    {
        var (client, certificate) = _callers.GetOrAdd(caller, name => (Host.ClientOf(name), TestPki.Shared.LeafOf(name)));
        var user = new TestUser(person.OrganizationId, person.UserId, NewId());
        request.Headers.Authorization = new("Bearer", _mint!.Mint(new("contacts", user, certificate) { Permissions = person.Permissions, Actor = caller == "gateway" ? null : caller }));
        using var response = await client.SendAsync(request);
        return await Answer.OfAsync(response);
    }

    public async Task<int> CountAsync(string table, Guid organizationId) => (await RowsAsync(table, organizationId)).Count;

    /// <summary>What the table holds of an organisation, as JSON, seen by the superuser.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync(string table, Guid organizationId)
    {
        await using var connection = await ConnectAsSuperuserAsync();
        await using var command = new NpgsqlCommand($"select row_to_json(r)::text from {table} r where organization_id = $1", connection) { Parameters = { new() { Value = organizationId } } };
        await using var reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync()) rows.Add(reader.GetString(0));
        return rows;
    }

    public Task<NpgsqlConnection> ConnectAsSuperuserAsync() => postgres.OpenAsSuperuserAsync(_database!.Name);

    /// <summary>As contacts_app, around the service.</summary>
    public Task<NpgsqlConnection> ConnectAsServiceAsync() => _database!.OpenAsync(_database.AppRole);

    protected virtual void Configure(IServiceCollection services)
    {
    }
}
