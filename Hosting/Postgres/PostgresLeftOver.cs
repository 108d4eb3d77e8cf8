using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Postgres;

/// <summary>What a server says of itself in its data folder, and what is left of one whose application was killed.</summary>
internal static class PostgresLeftOver
{
    /// <summary>The port of the running server: the fourth line of postmaster.pid.</summary>
    public static int? PortOf(string data) =>
        LinesOf(data) is [_, _, _, var port, ..] && int.TryParse(port, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Only called by the owner of the data folder, so whatever runs on it is nobody's. A fast end first; then the hard one, from which the next start recovers.</summary>
    public static async Task EndAsync(string data, TimeSpan limit, TimeProvider clock, ILogger logger, CancellationToken cancellationToken)
    {
        var end = clock.GetUtcNow() + limit;
        for (var round = 0; ProcessesOn(data) is { Count: > 0 } processes; round++)
        {
            var isLate = clock.GetUtcNow() > end;
            if (round == 0)
            {
                PostgresLog.EndingLeftOver(logger, data, processes[0]);
                if (LinesOf(data) is [var first, ..] && int.TryParse(first, CultureInfo.InvariantCulture, out var postmaster) && processes.Contains(postmaster))
                    await Tool.RunAsync("sh", ["-c", $"kill -INT {postmaster}"], "/", cancellationToken);
            }

            if (isLate) processes.ForEach(Kill);
            await Task.Delay(TimeSpan.FromMilliseconds(100), clock, cancellationToken);
        }
    }

    /// <summary>Every process of a server works in its data folder.</summary>
    private static List<int> ProcessesOn(string data) =>
        [.. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
            .Select(name => int.TryParse(name, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && FolderOf(id) == data)];

    private static string? FolderOf(int process)
    {
        try
        {
            return File.ResolveLinkTarget($"/proc/{process}/cwd", returnFinalTarget: false)?.FullName;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile, or is another user's: none of ours.
            return null;
        }
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // Ended by itself; the next look tells.
        }
    }

    private static string[] LinesOf(string data)
    {
        var file = Path.Combine(data, "postmaster.pid");
        try
        {
            return File.Exists(file) ? File.ReadAllLines(file) : [];
        }
        catch (IOException)
        {
            // Removed between the two: the server ended.
            return [];
        }
    }
}
