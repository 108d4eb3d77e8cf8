using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Signet.AppHost.Pki;

/// <summary>Keeps the leaves fresh while the AppHost runs.</summary>
internal sealed partial class CertificateRenewal(DevelopmentPki pki, TimeProvider clock, ILogger<CertificateRenewal> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await pki.RenewAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogNotRenewed(logger, failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The development certificates could not be renewed; the next try is in an hour")]
    private static partial void LogNotRenewed(ILogger logger, Exception failure);
}
