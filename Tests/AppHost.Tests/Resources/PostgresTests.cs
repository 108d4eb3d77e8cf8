using Aspire.Hosting;
using Aspire.Hosting.Testing;
using Npgsql;
using Signet.AppHost.Tests.Engine;

namespace Signet.AppHost.Tests.Resources;

public sealed class PostgresTests : IDisposable
{
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

    private static string OpenTemporary()
    {
        var folder = Directory.CreateTempSubdirectory("pg-").FullName;
        // Postgres runs as a user of its own when the tests run as root.
        File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherExecute | UnixFileMode.GroupExecute);
        return folder;
    }

    private void Compose(IDistributedApplicationTestingBuilder builder)
    {
        builder.Configuration["Parameters:postgres-password"] = "for this test only";
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
