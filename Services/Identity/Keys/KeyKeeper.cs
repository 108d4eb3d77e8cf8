using Signet.ServiceDefaults;

namespace Signet.Identity.Keys;

/// <summary>Fills the <see cref="KeyRing"/> before the first request and keeps it fresh, so that keys rotate and replicas see each other's keys.</summary>
public sealed partial class KeyKeeper(KeyRing ring, IServiceScopeFactory scopes, TimeProvider clock, ILogger<KeyKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RefreshAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The keys in memory go on working; keys are announced long before their turn.
                Log.NotRefreshed(logger, Faults.Describe(exception));
            }
        }
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        ring.Replace(await scope.ServiceProvider.GetRequiredService<KeyStore>().LoadAsync(cancellationToken));
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The keys could not be read; the next try is in five minutes: {Fault}")]
        public static partial void NotRefreshed(ILogger logger, string fault);
    }
}
