using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Signet.ServiceDefaults;

public static class MigrationExtensions
{
    /// <summary>
    /// With the argument <c>migrate</c> the program brings its database up to date, as the owner of it, and ends: a replica never migrates
    /// while it starts, and its role could not.
    /// </summary>
    /// <param name="seed">Rows that must be there. Runs at every migration, so it must find what is there already.</param>
    /// <returns>True when asked: the program is to end.</returns>
    public static async Task<bool> MigrateIfAskedAsync<TContext>(
        this WebApplication app, string[] args, Func<IServiceProvider, CancellationToken, Task>? seed = null) where TContext : DbContext
    {
        if (!args.Contains("migrate", StringComparer.Ordinal)) return false;
        // Disposing writes out the logs that are still queued.
        await using (app)
        {
            var stopping = app.Lifetime.ApplicationStopping;
            await MigrateAsync<TContext>(app.Services, stopping);
            if (seed is not null)
            {
                await using var scope = app.Services.CreateAsyncScope();
                await seed(scope.ServiceProvider, stopping);
            }
        }

        return true;
    }

    private static async Task MigrateAsync<TContext>(IServiceProvider services, CancellationToken ct) where TContext : DbContext
    {
        TenancyGuard.SuspendForMigrations();
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TContext>().Database.MigrateAsync(ct);
    }
}
