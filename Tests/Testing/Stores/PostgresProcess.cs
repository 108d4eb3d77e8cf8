using System.Diagnostics;
using Npgsql;

namespace Signet.Testing;

/// <summary>The server's process and folder. The server refuses to run as root; there it runs as its own user.</summary>
internal sealed class PostgresProcess : IAsyncDisposable
{
    private static readonly TimeSpan _startLimit = TimeSpan.FromSeconds(30);
    private static readonly Lock _logging = new();

    private readonly string _folder;
    private Process? _server;

    private PostgresProcess(string folder, int port) => (_folder, Port) = (folder, port);

    public int Port { get; }

    public static async Task<PostgresProcess> StartAsync(string password, IReadOnlyDictionary<string, string> settings)
    {
        var folder = TemporaryFolder.Create("postgres");
        var process = new PostgresProcess(folder, FreePort.Take());
        await process.PrepareAsync(password, settings);
        await process.StartAgainAsync();
        return process;
    }

    public void Kill()
    {
        // SIGKILL to the whole group of server processes: nothing is flushed, nothing says goodbye.
        _server!.Kill(entireProcessTree: true);
        _server.WaitForExit();
    }

    public async Task StartAgainAsync()
    {
        _server = Launch(Binary("postgres"), "-D", Path.Combine(_folder, "data"), "-p", $"{Port}");
        await WaitUntilReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is { HasExited: false })
        {
            // SIGINT: fast shutdown, clients are not waited for.
            using (var signal = Process.Start("kill", ["-INT", $"{_server.Id}"])) await signal.WaitForExitAsync();
            await _server.WaitForExitAsync();
        }

        _server?.Dispose();
        // Here and not at the end of the process: thousands of files take longer than the test runner waits for that.
        await DeleteFolderAsync();
    }

    /// <summary>On a busy machine a process of a server that was killed before may still be writing.</summary>
    private async Task DeleteFolderAsync()
    {
        var deadline = TimeProvider.System.GetUtcNow() + _startLimit;
        while (true)
        {
            try
            {
                Directory.Delete(_folder, recursive: true);
                return;
            }
            catch (IOException) when (TimeProvider.System.GetUtcNow() < deadline)
            {
                await Task.Delay(100);
            }
        }
    }

    private async Task PrepareAsync(string password, IReadOnlyDictionary<string, string> settings)
    {
        var passwordFile = Path.Combine(_folder, "password");
        await File.WriteAllTextAsync(passwordFile, password);
        var server = TestPki.Shared.StoreServer("postgres");
        File.Copy(server.Certificate, Path.Combine(_folder, "tls.crt"));
        File.Copy(server.Key, Path.Combine(_folder, "tls.key"));
        File.Copy(server.Authorities, Path.Combine(_folder, "ca.crt"));
        if (Environment.IsPrivilegedProcess) await RunAsync(Process.Start("chown", ["-R", "postgres:", _folder]));

        await RunAsync(Launch(
            Binary("initdb"), "-D", Path.Combine(_folder, "data"), "-U", "postgres", "--pwfile", passwordFile, "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "data", "pg_hba.conf"), """
            local all postgres scram-sha-256
            hostssl all postgres all scram-sha-256 clientcert=verify-full
            hostssl all all all cert
            local all all reject
            host all all all reject
            """ + "\n");
        // Without fsync a commit still reaches the system before it is acknowledged: it survives a killed server, which is what tests do.
        await File.AppendAllTextAsync(Path.Combine(_folder, "data", "postgresql.conf"), $"""

            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 300
            ssl = on
            ssl_min_protocol_version = 'TLSv1.3'
            ssl_cert_file = '{_folder}/tls.crt'
            ssl_key_file = '{_folder}/tls.key'
            ssl_ca_file = '{_folder}/ca.crt'
            log_error_verbosity = terse
            fsync = off
            {string.Join('\n', settings.Select(setting => $"{setting.Key} = '{setting.Value}'"))}
            """ + "\n");
    }

    private async Task WaitUntilReadyAsync()
    {
        var deadline = TimeProvider.System.GetUtcNow() + _startLimit;
        var settings = new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = Port, Username = "postgres", Database = "postgres", SslMode = SslMode.Disable, Pooling = false, Timeout = 2 };
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(settings.ConnectionString);
                await connection.OpenAsync();
            }
            catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InvalidAuthorizationSpecification)
            {
                // Plaintext is refused by rule: the server answers.
                return;
            }
            catch (NpgsqlException) when (TimeProvider.System.GetUtcNow() < deadline && !_server!.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }

    private Process Launch(string program, params string[] arguments)
    {
        var start = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", "--", program, .. arguments])
            : new ProcessStartInfo(program, arguments);
        start.WorkingDirectory = _folder;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var process = Process.Start(start)!;
        var log = Path.Combine(_folder, "server.log");
        _ = DrainAsync(process.StandardOutput, log);
        _ = DrainAsync(process.StandardError, log);
        return process;
    }

    /// <summary>A full pipe would stop the server.</summary>
    private static async Task DrainAsync(StreamReader output, string log)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            lock (_logging) File.AppendAllText(log, line + "\n");
        }
    }

    private async Task RunAsync(Process process)
    {
        using var running = process;
        await running.WaitForExitAsync();
        var log = Path.Combine(_folder, "server.log");
        if (running.ExitCode != 0) throw new InvalidOperationException($"Preparing PostgreSQL failed: {(File.Exists(log) ? await File.ReadAllTextAsync(log) : "no output")}");
    }

    /// <summary>On PATH, or in the folders where distributions put the servers, the newest first.</summary>
    private static string Binary(string name)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin")) : []);
        return folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"'{name}' of PostgreSQL 15 or later is needed. Install it: apt-get install postgresql");
    }
}
