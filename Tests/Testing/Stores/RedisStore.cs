using System.Diagnostics;
using System.Net.Sockets;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Aspire.Hosting;
using Xunit;

namespace Signet.Testing;

/// <summary>
/// The Redis-protocol server of development, with TLS 1.3, client certificates and a user per service. For test classes that need one:
/// <c>IClassFixture&lt;RedisStore&gt;</c>.
/// </summary>
public sealed class RedisStore : IAsyncLifetime
{
    private static readonly TimeSpan _startLimit = TimeSpan.FromSeconds(30);

    private readonly string _password = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
    private Process? _server;

    public int Port { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Port = FreePort.Take();
        await StartAgainAsync();
    }

    /// <summary>As a service gets it.</summary>
    public string ConnectionString(string user) => $"127.0.0.1:{Port},user={user},password={_password},ssl=true";

    public void Kill()
    {
        _server!.Kill();
        _server.WaitForExit();
    }

    public async Task StartAgainAsync()
    {
        var folder = TemporaryFolder.Create("redis");
        var files = TestPki.Shared.StoreServer("redis");
        var acl = Path.Combine(folder, "users.acl");
        TestPki.Write(acl, UsersOf("identity", "gateway"));
        var program = typeof(DistributedApplication).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(note => note.Key == "redisserver").Value!;
        var start = new ProcessStartInfo(
            "dotnet",
            [
                program, "--port", "0", "--tls-port", $"{Port}", "--tls-cert-file", files.Certificate, "--tls-key-file", files.Key, "--tls-ca-cert-file", files.Authorities,
                "--tls-auth-clients", "yes", "--tls-protocols", "TLSv1.3", "--aclfile", acl,
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _server = Process.Start(start)!;
        // Read and dropped: a full pipe would stop the server, and every refusal of the tests is a page of text.
        _server.OutputDataReceived += (_, _) => { };
        _server.ErrorDataReceived += (_, _) => { };
        _server.BeginOutputReadLine();
        _server.BeginErrorReadLine();
        var deadline = TimeProvider.System.GetUtcNow() + _startLimit;
        while (!await AnswersAsync() && TimeProvider.System.GetUtcNow() < deadline && !_server.HasExited) await Task.Delay(100);
    }

    public ValueTask DisposeAsync()
    {
        if (_server is { HasExited: false }) Kill();
        _server?.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private string UsersOf(params string[] users)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_password)));
        return string.Concat(users.Select(user => $"user {user} on #{hash} ~* +@all -@admin -@dangerous +info\n").Prepend("user default off nopass -@all\n"));
    }
}
