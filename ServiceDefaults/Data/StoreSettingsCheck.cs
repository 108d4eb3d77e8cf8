using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Signet.ServiceDefaults;

/// <summary>A wrong connection string, certificate or master key stops the start, not the first request. Nothing is connected here.</summary>
internal sealed class StoreSettingsCheck(IServiceProvider services, string connectionName) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredKeyedService<NpgsqlDataSource>(connectionName);
        services.GetRequiredService<IKeyWrapper>();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
