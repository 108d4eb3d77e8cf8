using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dcp;

/// <summary>Where the orchestrator and the dashboard are.</summary>
internal sealed record AspireEnginePaths(string DcpPath, string DashboardPath);

internal static class AspireEngine
{
    public static Task<AspireEnginePaths> FindAsync(IConfiguration configuration, ILogger logger, CancellationToken cancellationToken) =>
        configuration["ASPIRE_DCP_PATH"] is { } folder && configuration["ASPIRE_DASHBOARD_PATH"] is { } dashboard
            ? Task.FromResult(new AspireEnginePaths(Path.Combine(folder, "dcp"), dashboard))
            : throw new DistributedApplicationException("Set ASPIRE_DCP_PATH and ASPIRE_DASHBOARD_PATH.");
}
