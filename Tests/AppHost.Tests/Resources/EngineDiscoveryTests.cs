using Aspire.Hosting;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Engine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Signet.AppHost.Tests.Resources;

public sealed class EngineDiscoveryTests : IDisposable
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;
    private readonly string folder = Directory.CreateTempSubdirectory("engine-").FullName;

    [Fact]
    public async Task What_configuration_names_comes_first()
    {
        Program("bin/aspire", UnpacksTo("cli"));
        Program("named/dcp", "");
        Program("named/board", "");
        var found = await FindAsync(("ASPIRE_DCP_PATH", Place("named")), ("ASPIRE_DASHBOARD_PATH", Place("named/board")));
        Assert.Equal(new AspireEnginePaths(Place("named/dcp"), Place("named/board")), found);
    }

    [Fact]
    public async Task A_named_engine_that_is_not_there_is_an_error_that_says_which_variable()
    {
        Program("named/dcp", "");
        var error = await Assert.ThrowsAsync<DistributedApplicationException>(() => FindAsync(("ASPIRE_DCP_PATH", Place("named")), ("ASPIRE_DASHBOARD_PATH", Place("named/board"))));
        Assert.StartsWith("ASPIRE_DASHBOARD_PATH is set, but there is no", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_installed_command_line_tool_comes_second_and_is_unpacked_once()
    {
        Program("bin/aspire", UnpacksTo("cli"));
        var found = await FindAsync();
        Assert.Contains("/versions/cli/dcp/dcp", found.DcpPath, StringComparison.Ordinal);
        Assert.Equal(found, await FindAsync());
        Assert.Equal("x", (await File.ReadAllTextAsync(Place("unpacked-cli"), None)).Trim());
    }

    [Fact]
    public async Task A_tool_without_an_engine_leaves_the_pinned_package_which_is_installed_once_by_two_starts()
    {
        Program("bin/aspire", "exit 1");
        Pin("""{ "dependencies": {} }""", """{ "lockfileVersion": 3, "requires": true, "packages": { "": {} } }""");
        Program("npm", $"mkdir -p node_modules/@microsoft/aspire-cli-linux-x64/bin\ncat > node_modules/@microsoft/aspire-cli-linux-x64/bin/aspire <<'X'\n#!/bin/sh\n{UnpacksTo("npm")}\nX\nchmod +x node_modules/@microsoft/aspire-cli-linux-x64/bin/aspire\nsleep 0.3");
        var found = await Task.WhenAll(FindAsync(), FindAsync());
        Assert.Equal(found[0], found[1]);
        Assert.Contains("/versions/npm/managed/aspire-managed", found[0].DashboardPath, StringComparison.Ordinal);
        Assert.Equal("x", (await File.ReadAllTextAsync(Place("unpacked-npm"), None)).Trim());
        Assert.False(Directory.Exists(Path.Combine(Path.GetDirectoryName(found[0].DcpPath)!, "../../../node_modules")));
    }

    [Fact]
    public async Task Packages_that_cannot_be_installed_are_an_error_that_names_the_command_and_leave_nothing()
    {
        // The real npm, which refuses a lock file that does not fit.
        Pin("""{ "dependencies": { "left-out": "1.0.0" } }""", """{ "lockfileVersion": 3, "packages": { "": {} } }""");
        var error = await Assert.ThrowsAsync<DistributedApplicationException>(() => FindAsync());
        Assert.Contains($"npm ci --ignore-scripts --prefix {Place(".config/aspire")}", error.Message, StringComparison.Ordinal);
        Assert.Contains("Aspire CLI", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.EnumerateDirectories(Place("cache")), found => !found.EndsWith(".new", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_npm_the_error_says_what_to_install()
    {
        Pin("{}", """{ "lockfileVersion": 3, "packages": { "": {} } }""");
        var error = await Assert.ThrowsAsync<DistributedApplicationException>(() => FindAsync(npm: "no-such-npm"));
        Assert.StartsWith("There is no npm here", error.Message, StringComparison.Ordinal);
        Assert.Contains("Install Node.js with npm, or install the Aspire CLI", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_pinned_package_the_error_says_where_it_was_looked_for()
    {
        var error = await Assert.ThrowsAsync<DistributedApplicationException>(() => FindAsync());
        Assert.Contains(".config/aspire/package-lock.json", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_lock_files_name_the_public_registry_and_hashes()
    {
        foreach (var name in new[] { "aspire", "postgres" })
        {
            var text = File.ReadAllText(Path.Combine(Repository(), ".config", name, "package-lock.json"));
            Assert.Contains("\"integrity\": \"sha512-", text, StringComparison.Ordinal);
            Assert.All(text.Split('\n').Where(line => line.Contains("://", StringComparison.Ordinal)), line => Assert.Contains("https://registry.npmjs.org/", line, StringComparison.Ordinal));
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Task<AspireEnginePaths> FindAsync(params (string Key, string Value)[] settings) => FindAsync(null, settings);

    private Task<AspireEnginePaths> FindAsync(string? npm, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            settings.Append(("AppHost:Directory", Place("AppHost"))).Select(s => KeyValuePair.Create(s.Item1, (string?)s.Item2))).Build();
        var packages = new PinnedPackages(configuration, TimeProvider.System)
        {
            Cache = Place("cache"),
            Npm = npm ?? (File.Exists(Place("npm")) ? Place("npm") : "npm"),
        };
        return AspireEngine.FindAsync(configuration, packages, $"/nowhere:{Place("bin")}", NullLogger.Instance, None);
    }

    /// <summary>A stand-in of the tool: told "setup --install-path FOLDER" it leaves the layout of the real one, and notes that it did.</summary>
    private string UnpacksTo(string version) =>
        $"echo x >> {Place($"unpacked-{version}")}\nmkdir -p \"$3/versions/{version}/dcp\" \"$3/versions/{version}/managed\"\ntouch \"$3/versions/{version}/dcp/dcp\" \"$3/versions/{version}/managed/aspire-managed\"\nexit 1";

    private void Pin(string package, string locked)
    {
        Directory.CreateDirectory(Place(".config/aspire"));
        File.WriteAllText(Place(".config/aspire/package.json"), package);
        File.WriteAllText(Place(".config/aspire/package-lock.json"), locked);
    }

    private void Program(string path, string script)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Place(path))!);
        File.WriteAllText(Place(path), $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(Place(path), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private string Place(string path) => Path.Combine(folder, path);

    private static string Repository()
    {
        var place = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(place!.FullName, "aspire.sln"))) place = place.Parent;
        return place.FullName;
    }
}
