using System.Diagnostics;
using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Postgres;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Signet.AppHost.Tests.Engine;
using Signet.Testing;

namespace Signet.AppHost.Tests.Resources;

public sealed class PostgresTests : IDisposable
{
    private const string Password = "for this test only";
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;
    private readonly string folder = OpenTemporary();

    private string Data => Path.Combine(folder, "data");

    [Fact]
    public async Task The_first_start_makes_the_data_and_the_next_one_finds_it()
    {
        await using (var first = await EngineApp.RunAsync(Compose))
        {
            await first.HealthyAsync("crmdb");
            await ExecuteAsync(first, "create table kept (id int); insert into kept values (7)");
            Assert.Equal("on", await ScalarAsync(first, "show data_checksums"));
            Assert.Equal("UTF8", await ScalarAsync(first, "show server_encoding"));
            Assert.Equal("terse", await ScalarAsync(first, "show log_error_verbosity"));
        }

        await using var second = await EngineApp.RunAsync(Compose);
        await second.HealthyAsync("crmdb");
        Assert.Equal(7, await ScalarAsync(second, "select id from kept"));
    }

    [Fact]
    public async Task A_wrong_password_is_refused()
    {
        await using var engine = await EngineApp.RunAsync(Compose);
        await engine.HealthyAsync("crmdb");
        var connectionString = new NpgsqlConnectionStringBuilder(await ConnectionStringAsync(engine)) { Password = "wrong" };

        await using var connection = new NpgsqlConnection(connectionString.ConnectionString);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync(None));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
    }

    [Fact]
    public async Task A_server_that_was_killed_recovers_what_was_committed()
    {
        await using var engine = await EngineApp.RunAsync(Compose);
        await engine.HealthyAsync("crmdb");
        await ExecuteAsync(engine, "create table kept (id int); insert into kept values (7)");

        Signal("KILL", Postmaster());
        await engine.ReachesAsync("postgres", s => KnownResourceStates.TerminalStates.Contains(s.State?.Text ?? ""));
        Assert.True((await engine.CommandAsync("postgres", KnownResourceCommands.StartCommand)).Success);
        await engine.ReachesAsync("crmdb", s => s.HealthStatus == HealthStatus.Healthy);
        Assert.Equal(7, await ScalarAsync(engine, "select id from kept"));
    }

    [Fact]
    public async Task A_server_ends_at_once_although_a_client_is_connected_and_shuts_down_cleanly()
    {
        var engine = await EngineApp.RunAsync(Compose);
        await engine.HealthyAsync("crmdb");
        await using var client = new NpgsqlConnection(await ConnectionStringAsync(engine));
        await client.OpenAsync(None);

        var watch = Stopwatch.StartNew();
        Assert.True((await engine.CommandAsync("postgres", KnownResourceCommands.StopCommand)).Success);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 8);
        Assert.False(File.Exists(Path.Combine(Data, "postmaster.pid")));
        await engine.ConsoleUntilAsync("postgres", "database system is shut down");
        await engine.DisposeAsync();
    }

    [Fact]
    public async Task When_the_AppHost_is_killed_its_server_ends_and_the_next_start_finds_the_data()
    {
        using (var host = Process.Start(new ProcessStartInfo("dotnet", [typeof(Projects.SmallAppHost).Assembly.Location, "--data", Data, "--Parameters:postgres-password", Password]) { RedirectStandardOutput = true })!)
        {
            await UntilAsync(() => File.Exists(Path.Combine(Data, "postmaster.pid")) && File.ReadAllText(Path.Combine(Data, "postmaster.pid")).Contains("ready", StringComparison.Ordinal), 40);
            var postmaster = Postmaster();
            host.Kill();
            await UntilAsync(() => !Directory.Exists($"/proc/{postmaster}"), 15);
        }

        await using var engine = await EngineApp.RunAsync(Compose);
        await engine.HealthyAsync("crmdb");
    }

    [Fact]
    public async Task A_server_that_was_left_over_is_ended_before_the_next_starts()
    {
        await using (var first = await EngineApp.RunAsync(Compose)) await first.HealthyAsync("crmdb");
        var user = PostgresUser.Current;
        string[] command = [.. user.Prefix.Skip(1), "/bin/sh", "-c", $"exec $(ls -d /usr/lib/postgresql/*/bin | tail -1)/postgres -D {Data} -p {FreePort.Take()} -c unix_socket_directories={Data}"];
        using var leftOver = Process.Start("setpriv", command);
        await UntilAsync(() => File.Exists(Path.Combine(Data, "postmaster.pid")), 10);

        await using var second = await EngineApp.RunAsync(Compose);
        await second.HealthyAsync("crmdb");
        Assert.True(leftOver.HasExited);
    }

    [Fact]
    public async Task Two_applications_do_not_share_a_data_folder()
    {
        await using var first = await EngineApp.RunAsync(Compose);
        await first.HealthyAsync("crmdb");
        await using var second = await EngineApp.RunAsync(Compose);
        await second.ReachesAsync("postgres", KnownResourceStates.FailedToStart);
        await second.ConsoleUntilAsync("postgres", $"Another application uses the data folder {Data}");
        Assert.Equal(1, await ScalarAsync(first, "select 1"));
    }

    [Theory]
    [InlineData("PG_VERSION", "9", "was made by PostgreSQL 9")]
    [InlineData("letter.txt", "mine", "is not empty and no data folder of PostgreSQL")]
    public async Task A_folder_that_does_not_fit_is_left_alone_with_an_error_that_says_why(string file, string content, string error)
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, file), content, None);
        await using var engine = await EngineApp.RunAsync(Compose);
        await engine.ReachesAsync("postgres", KnownResourceStates.FailedToStart);
        await engine.ConsoleUntilAsync("postgres", error);
        Assert.Equal(content, await File.ReadAllTextAsync(Path.Combine(Data, file), None));
    }

    [Fact]
    public async Task Another_password_than_the_data_was_made_with_is_said_by_the_health_check()
    {
        await using (var first = await EngineApp.RunAsync(Compose)) await first.HealthyAsync("crmdb");
        await using var engine = await EngineApp.RunAsync(builder =>
        {
            Compose(builder);
            builder.Configuration["Parameters:postgres-password"] = "another";
        });
        var state = await engine.ReachesAsync("postgres", s => s.HealthReports.Any(r => r.Description?.Contains("was made with another one", StringComparison.Ordinal) == true));
        Assert.DoesNotContain(state.HealthReports, r => r.Status == HealthStatus.Healthy);
    }

    [Fact]
    public async Task Arguments_reach_the_server_with_the_paths_of_mounts_turned_back_and_a_creation_script_runs()
    {
        var settings = Path.Combine(folder, "settings");
        Directory.CreateDirectory(settings);
        await File.WriteAllTextAsync(Path.Combine(settings, "own.conf"), "local all all trust\nhost all all all reject\n", None);
        await using var engine = await EngineApp.RunAsync(builder =>
        {
            builder.Configuration["Parameters:postgres-password"] = Password;
            builder.AddPostgres("postgres").WithBindMount(settings, "/settings").WithArgs("-c", "hba_file=/settings/own.conf", "-c", "application_name=/settingsother")
                .AddDatabase("crmdb", "crm").WithCreationScript("create database crm with connection limit 7");
        });
        await engine.HealthyAsync("crmdb");
        // The network is closed by the file that the mount brought; the host itself comes in over the socket.
        await using var connection = new NpgsqlConnection(await ConnectionStringAsync(engine));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync(None));
        Assert.Equal(PostgresErrorCodes.InvalidAuthorizationSpecification, refused.SqlState);
    }

    private int Postmaster() => int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    private static void Signal(string signal, int process)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process}"]);
        kill.WaitForExit();
    }

    private static async Task UntilAsync(Func<bool> condition, int seconds)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed.TotalSeconds < seconds, $"It is not so within {seconds} s.");
            await Task.Delay(50, None);
        }
    }

    private static string OpenTemporary()
    {
        var folder = Directory.CreateTempSubdirectory("pg-").FullName;
        // Postgres runs as a user of its own when the tests run as root.
        File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherExecute | UnixFileMode.GroupExecute);
        return folder;
    }

    private void Compose(IDistributedApplicationTestingBuilder builder)
    {
        builder.Configuration["Parameters:postgres-password"] = Password;
        builder.AddPostgres("postgres").WithDataBindMount(Data).AddDatabase("crmdb");
    }

    private static async Task<string> ConnectionStringAsync(EngineApp engine) => (await engine.App.GetConnectionStringAsync("crmdb", None))!;

    private static async Task ExecuteAsync(EngineApp engine, string sql) => await ScalarAsync(engine, sql);

    private static async Task<object?> ScalarAsync(EngineApp engine, string sql)
    {
        await using var source = NpgsqlDataSource.Create(await ConnectionStringAsync(engine));
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(None);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
