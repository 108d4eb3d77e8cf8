using System.Security.Cryptography;
using Npgsql;
using Xunit;

namespace Signet.Testing;

/// <summary>
/// A real PostgreSQL of the test run: TLS 1.3, client certificates per role, the rules of the real pg_hba.conf, in a temporary folder. Starts
/// when first used; register it once per test assembly: <c>[assembly: AssemblyFixture(typeof(PostgresServer))]</c>.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private static readonly string _password = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));

    private readonly SemaphoreSlim _once = new(1);
    private readonly Dictionary<string, string> _templates = [];
    private PostgresProcess? _process;
    private int _databases;

    /// <summary>Of postgresql.conf, beyond what the rules of the real server say.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    public int Port => _process?.Port ?? throw new InvalidOperationException("The server starts with the first database.");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        _once.Dispose();
    }

    /// <summary>
    /// A new database with the schema of a service, and the roles <c>x_owner</c> and <c>x_app</c>. The service's own program made the schema, once;
    /// this is a copy.
    /// </summary>
    /// <param name="service">"contacts": roles contacts_owner and contacts_app, connection string contactsdb.</param>
    /// <param name="migrate">Brings a new empty database up to date; gets its name.</param>
    public async Task<TestDatabase> CreateDatabaseAsync(string service, Func<TestDatabase, Task>? migrate = null)
    {
        await _once.WaitAsync();
        try
        {
            _process ??= await PostgresProcess.StartAsync(_password, Settings);
            if (!_templates.TryGetValue(service, out var template))
            {
                await ExecuteAsync($"create role {Role(service, "owner")} login; create role {Role(service, "app")} login");
                var first = await CreateAsync(service, null);
                if (migrate is not null) await migrate(first);
                _templates[service] = template = first.Name;
            }

            return await CreateAsync(service, template);
        }
        finally
        {
            _once.Release();
        }
    }

    /// <summary>A connection as the superuser, to look at what is stored.</summary>
    public async Task<NpgsqlConnection> OpenAsSuperuserAsync(string database = "postgres")
    {
        var files = TestPki.Shared.StoreClient("postgres");
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1", Port = Port, Database = database, Username = "postgres", Password = _password, Pooling = false,
            SslMode = SslMode.VerifyCA, RootCertificate = files.Authorities, SslCertificate = files.Certificate, SslKey = files.Key,
        };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Kills every process of the server, as a crash does; <see cref="StartAgainAsync"/> brings it back on the same port.</summary>
    public void Kill() => _process!.Kill();

    public Task StartAgainAsync() => _process!.StartAgainAsync();

    internal static string Role(string service, string kind) => $"{service.Replace("-connector", "", StringComparison.Ordinal).Replace('-', '_')}_{kind}";

    private async Task<TestDatabase> CreateAsync(string service, string? template)
    {
        var name = $"{Role(service, "db").Replace("_db", "db", StringComparison.Ordinal)}_{++_databases}";
        await ExecuteAsync($"create database {name} owner {Role(service, "owner")}{(template is null ? "" : $" template {template}")}");
        await ExecuteAsync($"revoke all on database {name} from public; grant connect on database {name} to {Role(service, "app")}");
        return new(name, Port, Role(service, "app"), Role(service, "owner"));
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await OpenAsSuperuserAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
