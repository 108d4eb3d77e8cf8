using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Parameters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Aspire.Hosting.Postgres;

/// <summary>Runs one server on one data folder: makes the folder at the first start, clears up after a crash, and ends the server fast.</summary>
internal sealed class PostgresProcess(PostgresServerResource server)
{
    /// <summary>Where the data is in the container that stands elsewhere for this process.</summary>
    public const string DataFolder = "/var/lib/postgresql/data";

    /// <summary>A socket's path has at most 107 characters.</summary>
    private const int LongestFolder = 90;

    /// <summary>
    /// The engine ends a process with SIGTERM, on which the server waits for its clients; SIGINT ends it now. A signal also ends the
    /// shell's wait, so it waits again. The server says everything on stderr, mostly good news: here it is its output. When the shell itself is killed, the kernel sends the server SIGINT (--pdeathsig).
    /// </summary>
    private const string EndFast = """
        "$@" 2>&1 & server=$!
        trap 'kill -INT $server' TERM INT
        wait $server; code=$?
        while kill -0 $server 2>/dev/null; do wait $server; code=$?; done
        exit $code
        """;

    private static readonly TimeSpan LeftOverLimit = TimeSpan.FromSeconds(10);
    private FileStream? ownership;
    private string? temporary;

    public ParameterResource Password => server.PasswordParameter;

    /// <summary>Without a mount the data lives as long as the application.</summary>
    public string Data => Mounts.SourceOf(server, DataFolder) ?? Path.Combine(temporary ??= Directory.CreateTempSubdirectory("postgres-").FullName, "data");

    public async Task<ProcessLaunch> LaunchAsync(ProcessLaunchContext context, CancellationToken cancellationToken)
    {
        var user = PostgresUser.Current;
        var clock = context.Services.GetRequiredService<TimeProvider>();
        await user.OpenPathAsync(Data, isOurs: temporary is not null, cancellationToken);
        if (Data.Length > LongestFolder) throw new DistributedApplicationException($"The data folder {Data} has a path longer than {LongestFolder} characters, too long for the server's socket. Choose a shorter one.");
        if (ownership is null) context.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopped.Register(Leave);
        // Held until this application ends; the system frees it when the application is killed.
        ownership ??= FileGate.TryEnter($"{Data}.lock")
            ?? throw new DistributedApplicationException($"Another application uses the data folder {Data}. End it, or give this one a folder of its own.");
        await PostgresLeftOver.EndAsync(Data, LeftOverLimit, clock, context.Logger, cancellationToken);

        var programs = await PostgresPrograms.FindAsync(Data, context, cancellationToken);
        if (!PostgresPrograms.IsDataFolder(Data)) await InitializeAsync(programs, user, context.Logger, cancellationToken);
        await user.RequireOwnerAsync(Data, cancellationToken);
        return new("/bin/sh",
        [
            "-c", EndFast, "postgres", .. user.Prefix, "--pdeathsig", "INT", programs.Server, "-D", Data,
            "-c", "listen_addresses=localhost", "-c", $"unix_socket_directories={Data}",
            // Failed statements and their details can hold what users wrote.
            "-c", "log_error_verbosity=terse", "-c", "log_min_error_statement=panic",
            .. Mounts.Map(server, context.Arguments),
        ], Path.GetDirectoryName(Data)!, context.Environment);
    }

    public async Task<NpgsqlConnection> ConnectAsync(string database, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder
        {
            Host = Data,
            Port = PostgresLeftOver.PortOf(Data) ?? throw new DistributedApplicationException("The server does not run yet."),
            Username = await server.UserNameReference.GetValueAsync(cancellationToken),
            Password = await Password.GetValueAsync(cancellationToken),
            Database = database,
            SslMode = SslMode.Disable,
            Pooling = false,
            Timeout = 5,
            CommandTimeout = 30,
        }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>A database that cannot be made is logged and stays unhealthy; whoever waits for it, waits.</summary>
    public async Task CreateDatabasesAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var consoles = services.GetRequiredService<ResourceLoggerService>();
        foreach (var database in services.GetRequiredService<DistributedApplicationModel>().Resources.OfType<PostgresDatabaseResource>().Where(d => ReferenceEquals(d.Parent, server)))
        {
            var script = database.Annotations.OfType<PostgresCreationScriptAnnotation>().LastOrDefault()?.Script
                ?? $"create database \"{database.DatabaseName.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
            try
            {
                await using var connection = await ConnectAsync("postgres", cancellationToken);
#pragma warning disable CA2100 // The AppHost's own model: its names are quoted, its scripts are meant to run.
                await using var command = new NpgsqlCommand(script, connection);
#pragma warning restore CA2100
                await command.ExecuteNonQueryAsync(cancellationToken);
                PostgresLog.Created(consoles.GetLogger(database), database.DatabaseName);
            }
            catch (PostgresException exists) when (exists.SqlState == PostgresErrorCodes.DuplicateDatabase)
            {
                // Made at an earlier start.
            }
            catch (NpgsqlException failure)
            {
                PostgresLog.CreationFailed(consoles.GetLogger(database), failure, database.DatabaseName);
            }
        }
    }

    private void Leave()
    {
        ownership?.Dispose();
        if (temporary is not null) Directory.Delete(temporary, recursive: true);
    }

    /// <summary>Made beside and renamed: a start that is killed half way leaves no half-made folder.</summary>
    private async Task InitializeAsync(PostgresPrograms programs, PostgresUser user, ILogger logger, CancellationToken cancellationToken)
    {
        PostgresLog.Initializing(logger, Data, programs.Initialize);
        var fresh = $"{Data}.new";
        if (Directory.Exists(fresh)) Directory.Delete(fresh, recursive: true);
        Directory.CreateDirectory(fresh, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var password = $"{Data}.password";
        await WriteAsync(password, await Password.GetValueAsync(cancellationToken) ?? "", cancellationToken);
        try
        {
            await user.TakeAsync(fresh, cancellationToken);
            await user.TakeAsync(password, cancellationToken);
            var (code, output) = await Tool.RunAsync("setpriv",
            [
                .. user.Prefix.Skip(1), programs.Initialize, "-D", fresh, "-U", (await server.UserNameReference.GetValueAsync(cancellationToken))!, "--pwfile", password,
                "--auth", "scram-sha-256", "--data-checksums", "--encoding", "UTF8", "--locale", "C.UTF-8",
            ], Path.GetDirectoryName(Data)!, cancellationToken);
            if (code != 0) throw new DistributedApplicationException($"{programs.Initialize} ended with exit code {code}: {output}");
            if (Directory.Exists(Data)) Directory.Delete(Data);
            Directory.Move(fresh, Data);
        }
        finally
        {
            File.Delete(password);
        }
    }

    private static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        File.Delete(path);
        await using var writer = new StreamWriter(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
        await writer.WriteAsync(text.AsMemory(), cancellationToken);
    }
}
