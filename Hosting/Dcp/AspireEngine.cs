using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Aspire.Hosting.Engine;
using Aspire.Hosting.Parameters;
using Aspire.Hosting.Postgres;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dcp;

/// <summary>Where the orchestrator and the dashboard are.</summary>
internal sealed record AspireEnginePaths(string DcpPath, string DashboardPath);

/// <summary>Finds the engine: what configuration names, else what an installed Aspire CLI carries, else the pinned npm package.</summary>
internal static class AspireEngine
{
    private const string Instead = "the Aspire CLI (https://aspire.dev), or set ASPIRE_DCP_PATH (the folder of dcp) and ASPIRE_DASHBOARD_PATH (the dashboard's file)";

    public static Task<AspireEnginePaths> FindAsync(IConfiguration configuration, ILogger logger, CancellationToken cancellationToken) =>
        FindAsync(configuration, new PinnedPackages(configuration, TimeProvider.System), Environment.GetEnvironmentVariable("PATH") ?? "", logger, cancellationToken);

    internal static async Task<AspireEnginePaths> FindAsync(IConfiguration configuration, PinnedPackages packages, string path, ILogger logger, CancellationToken cancellationToken)
    {
        if (Named(configuration) is { } named) return named;
        if (path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, "aspire")).FirstOrDefault(File.Exists) is { } cli
            && await FromInstalledAsync(cli, packages.Cache, logger, cancellationToken) is { } installed) return installed;
        var folder = await packages.InstallAsync("aspire", Instead, UnpackPinnedAsync, logger, cancellationToken);
        return In(folder) ?? throw new DistributedApplicationException($"{folder} holds no engine any more. Delete it and start again.");
    }

    private static AspireEnginePaths? Named(IConfiguration configuration)
    {
        if (configuration["ASPIRE_DCP_PATH"] is not { Length: > 0 } folder || configuration["ASPIRE_DASHBOARD_PATH"] is not { Length: > 0 } dashboard) return null;
        var dcp = Path.Combine(folder, "dcp");
        foreach (var (file, variable) in new[] { (dcp, "ASPIRE_DCP_PATH"), (dashboard, "ASPIRE_DASHBOARD_PATH") })
            if (!File.Exists(file)) throw new DistributedApplicationException($"{variable} is set, but there is no {file}. Correct it, or unset it: then the engine is looked for.");
        return new(dcp, dashboard);
    }

    /// <summary>The CLI carries the engine packed; it is unpacked once for each CLI.</summary>
    private static async Task<AspireEnginePaths?> FromInstalledAsync(string cli, string cache, ILogger logger, CancellationToken cancellationToken)
    {
        var file = new FileInfo(cli);
        var identity = string.Create(CultureInfo.InvariantCulture, $"{cli}:{file.Length}:{file.LastWriteTimeUtc.Ticks}");
        var folder = Path.Combine(cache, $"aspire-cli-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..16]}");
        Directory.CreateDirectory(cache);
        await using var gate = await FileGate.EnterAsync($"{folder}.lock", TimeProvider.System, cancellationToken);
        if (In(folder) is { } unpacked) return unpacked;
        try
        {
            await UnpackAsync(cli, folder, cancellationToken);
            return In(folder);
        }
        catch (DistributedApplicationException failure)
        {
            // An old CLI, or one that was installed as a .NET tool, carries none: no reason to stop when there is another way.
            PackageLog.Unusable(logger, cli, failure.Message);
            return null;
        }
    }

    private static async Task UnpackPinnedAsync(string folder, CancellationToken cancellationToken)
    {
        var modules = Path.Combine(folder, "node_modules");
        await UnpackAsync(Path.Combine(modules, "@microsoft", "aspire-cli-linux-x64", "bin", "aspire"), folder, cancellationToken);
        // 145 MB that nobody needs once they are unpacked.
        Directory.Delete(modules, recursive: true);
    }

    /// <summary>The CLI judges its own layout, of which this is a part: what counts is whether the programs are there.</summary>
    private static async Task UnpackAsync(string cli, string folder, CancellationToken cancellationToken)
    {
        var (code, output) = await Tool.RunAsync(cli, ["setup", "--install-path", folder], Path.GetDirectoryName(folder)!, cancellationToken);
        if (In(folder) is null) throw new DistributedApplicationException($"\"{cli} setup --install-path {folder}\" ended with exit code {code} and left no engine: {output}");
    }

    private static AspireEnginePaths? In(string folder)
    {
        var versions = Path.Combine(folder, "versions");
        var found = !Directory.Exists(versions) ? null : Directory.EnumerateDirectories(versions)
            .Select(version => new AspireEnginePaths(Path.Combine(version, "dcp", "dcp"), Path.Combine(version, "managed", "aspire-managed")))
            .FirstOrDefault(paths => File.Exists(paths.DcpPath) && File.Exists(paths.DashboardPath));
        return found;
    }
}
