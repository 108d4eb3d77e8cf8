using System.Security.Cryptography;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Parameters;
using Aspire.Hosting.Postgres;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Engine;

/// <summary>
/// Programs that the repository pins as npm packages, with hashes, under <c>.config</c>: installed once per version into the user's
/// cache, as a whole or not at all, by one process at a time.
/// </summary>
internal sealed class PinnedPackages(IConfiguration configuration, TimeProvider clock)
{
    /// <summary>Others in tests.</summary>
    public string Cache { get; init; } = LocalFolders.Cache;

    public string Npm { get; init; } = "npm";

    /// <param name="name">The folder under <c>.config</c> with package.json and package-lock.json.</param>
    /// <param name="instead">What a person can install instead, for the error.</param>
    /// <param name="finish">Makes the installed packages ready, in the folder that is passed.</param>
    public async Task<string> InstallAsync(string name, string instead, Func<string, CancellationToken, Task> finish, ILogger logger, CancellationToken cancellationToken)
    {
        var source = Find(name, instead);
        var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(source, "package-lock.json"), cancellationToken)))[..16];
        var folder = Path.Combine(Cache, $"{name}-{hash}");
        if (Directory.Exists(folder)) return folder;

        Directory.CreateDirectory(Cache);
        await using var gate = await FileGate.EnterAsync($"{folder}.lock", clock, cancellationToken);
        if (Directory.Exists(folder)) return folder;

        PackageLog.Installing(logger, source, folder);
        var fresh = $"{folder}.new";
        if (Directory.Exists(fresh)) Directory.Delete(fresh, recursive: true);
        Directory.CreateDirectory(fresh);
        foreach (var file in new[] { "package.json", "package-lock.json" }) File.Copy(Path.Combine(source, file), Path.Combine(fresh, file));
        await RunNpmAsync(source, fresh, instead, cancellationToken);
        await finish(fresh, cancellationToken);
        Directory.Move(fresh, folder);
        return folder;
    }

    /// <summary>Scripts of packages do not run; what is needed of them is run by name.</summary>
    private async Task RunNpmAsync(string source, string folder, string instead, CancellationToken cancellationToken)
    {
        var again = $"npm ci --ignore-scripts --prefix {source}";
        try
        {
            var (code, output) = await Tool.RunAsync(Npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder, cancellationToken);
            if (code != 0) throw new DistributedApplicationException($"The packages of {source} could not be installed. See why with \"{again}\", or install {instead}. npm said: {output}");
        }
        catch (DistributedApplicationException missing) when (missing.InnerException is not null)
        {
            throw new DistributedApplicationException($"There is no npm here to install the packages of {source} with. Install Node.js with npm, or install {instead}.", missing);
        }
    }

    /// <summary>Upwards from the AppHost.</summary>
    private string Find(string name, string instead)
    {
        for (var folder = new DirectoryInfo(configuration["AppHost:Directory"] ?? Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, ".config", name);
            if (File.Exists(Path.Combine(candidate, "package-lock.json"))) return candidate;
        }

        throw new DistributedApplicationException($"There is no .config/{name}/package-lock.json above the AppHost to install from. Install {instead}.");
    }
}

internal static partial class PackageLog
{
    [LoggerMessage(LogLevel.Information, "First start: installing the packages of {Source} into {Folder}; this takes a minute, once")]
    public static partial void Installing(ILogger logger, string source, string folder);

    [LoggerMessage(LogLevel.Debug, "The Aspire engine is in {Folder}")]
    public static partial void Found(ILogger logger, string folder);

    [LoggerMessage(LogLevel.Information, "The installed Aspire CLI {Path} holds no engine that can be used ({Reason}); the pinned one is taken")]
    public static partial void Unusable(ILogger logger, string path, string reason);
}
