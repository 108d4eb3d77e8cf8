using System.Diagnostics;
using Aspire.Hosting.Engine;
using Aspire.Hosting.Postgres;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Signet.AppHost.Tests.Resources;

/// <summary>Which server's programs are taken.</summary>
public sealed class PostgresProgramsTests : IDisposable
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;
    private readonly string folder = Directory.CreateTempSubdirectory("programs-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Where_no_server_is_installed_the_pinned_one_is_fetched_and_runs()
    {
        var programs = await FindAsync();

        Assert.Equal(18, programs.Version);
        using var initialize = Process.Start(new ProcessStartInfo(programs.Initialize, ["--version"]) { RedirectStandardOutput = true })!;
        Assert.StartsWith("initdb (PostgreSQL) 18", await initialize.StandardOutput.ReadToEndAsync(None), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_installed_server_is_taken_and_nothing_fetched()
    {
        Install("old", "echo 'postgres (PostgreSQL) 15.2'");
        Install("new", "echo 'postgres (PostgreSQL) 16.9 (Debian 16.9-1)'");
        Assert.Equal((Place("new"), 16), await FoundAsync("old", "new"));
    }

    [Fact]
    public async Task A_server_that_is_too_old_or_does_not_run_is_passed_over()
    {
        Install("ancient", "echo 'postgres (PostgreSQL) 14.20'");
        Install("fits", "echo 'postgres (PostgreSQL) 15.2'");
        Directory.CreateDirectory(Place("removed"));
        foreach (var program in new[] { "postgres", "initdb" }) File.CreateSymbolicLink(Path.Combine(Place("removed"), program), "/nowhere/at/all");
        Assert.Equal((Place("fits"), 15), await FoundAsync("ancient", "removed", "fits"));
    }

    private async Task<(string Folder, int Version)> FoundAsync(params string[] folders) => await FindAsync(folders) is var programs ? (programs.Folder, programs.Version) : default;

    private Task<PostgresPrograms> FindAsync(params string[] folders)
    {
        // The package is pinned above the AppHost; it stays in the user's cache, as the engine does.
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("AppHost:Directory", AppContext.BaseDirectory)]).Build();
        return PostgresPrograms.FindAsync(Place("data"), folders.Select(Place), new PinnedPackages(configuration, TimeProvider.System), NullLogger.Instance, None);
    }

    private void Install(string name, string script)
    {
        Directory.CreateDirectory(Place(name));
        foreach (var program in new[] { "postgres", "initdb" })
        {
            var file = Path.Combine(Place(name), program);
            File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private string Place(string name) => Path.Combine(folder, name);
}
