using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Signet.Testing;

/// <summary>How a service is to be started.</summary>
/// <param name="Name">The resource: "contacts".</param>
public sealed record ServiceOrder(string Name)
{
    private static readonly string _masterKey = CreateMasterKey();

    /// <summary>Whose certificates may call it.</summary>
    public string Callers { get; init; } = "gateway,apphost";

    public string Environment { get; init; } = "Development";

    public FakeTimeProvider Clock { get; init; } = new(TimeProvider.System.GetUtcNow());

    public TestDatabase? Database { get; init; }

    /// <summary>Who stands where other services stand.</summary>
    public IReadOnlyList<StandIn> Others { get; init; } = [];

    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Replaces registrations of the service.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>
    /// Runs the service's own program with "migrate" on a new database, as its owner; to be given to
    /// <see cref="PostgresServer.CreateDatabaseAsync"/>.
    /// </summary>
    public async Task MigrateAsync<TMarker>(TestDatabase database)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(TMarker).Assembly.Location, "migrate"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in (this with { Database = database }).AllSettings(database.OwnerRole)) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = start.Environment["DOTNET_ENVIRONMENT"] = Environment;
        using var process = Process.Start(start)!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"The migration of {Name} failed:\n{string.Join('\n', output)}");
    }

    /// <summary>Starts the service; returns when it listens.</summary>
    /// <typeparam name="TMarker">Any type of the service's assembly.</typeparam>
    public ServiceHost<TMarker> Start<TMarker>() where TMarker : class => new(this);

    /// <summary>Its configuration.</summary>
    /// <param name="role">The role at the database, when not the app's.</param>
    public Dictionary<string, string> AllSettings(string? role = null)
    {
        var service = TestPki.Shared.Service(Name);
        var settings = new Dictionary<string, string>
        {
            ["Tls:Certificate"] = service.Certificate,
            ["Tls:Key"] = service.Key,
            ["Tls:Authorities"] = service.Authorities,
            ["Tls:Callers"] = Callers,
            ["Secrets:MasterKeyFile"] = _masterKey,
            ["Signet:PublicUrl"] = "https://signet.localhost:8443",
            ["Signet:SignInUrl"] = "https://id.signet.localhost:8443",
        };
        foreach (var other in Others) settings[$"services:{other.Name}:https:0"] = $"https://127.0.0.1:{other.Port}";
        if (Database is not null)
        {
            role ??= Database.AppRole;
            var store = TestPki.Shared.StoreClient(role);
            settings["Stores:Certificate"] = store.Certificate;
            settings["Stores:Key"] = store.Key;
            settings["Stores:Authorities"] = store.Authorities;
            settings[$"ConnectionStrings:{Database.AppRole[..^"_app".Length]}db"] = Database.ConnectionString(role);
        }

        foreach (var (key, value) in Settings) settings[key] = value;
        return settings;
    }

    private static string CreateMasterKey()
    {
        var path = Path.Combine(TemporaryFolder.Create("keys"), "master.key");
        TestPki.Write(path, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        return path;
    }
}
