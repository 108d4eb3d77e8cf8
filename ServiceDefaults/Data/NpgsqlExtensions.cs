using System.Security.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Signet.ServiceDefaults;

public static class NpgsqlExtensions
{
    private const int Retries = 4;
    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(2);

    /// <summary>
    /// A database of this service: snake_case names, the role's certificate (read again when it changes), a verified server, health check,
    /// traces and metrics without values, retries of broken connections.
    /// </summary>
    /// <param name="tenancy">False for a context of directory tables alone, whose library runs commands outside of transactions.</param>
    public static IHostApplicationBuilder AddNpgsqlDbContext<T>(
        this IHostApplicationBuilder builder, string connectionName, Action<DbContextOptionsBuilder>? configure = null, bool tenancy = true) where T : DbContext
    {
        builder.AddDataSource(connectionName);
        builder.Services.TryAddScoped<Tenant>();
        builder.Services.AddDbContext<T>((services, options) =>
        {
            options.UseNpgsql(services.GetRequiredKeyedService<NpgsqlDataSource>(connectionName), npgsql => npgsql.EnableRetryOnFailure(Retries, _longestPause, null));
            options.UseSnakeCaseNamingConvention();
            if (tenancy) options.AddInterceptors(new TenancyGuard(services.GetRequiredService<Tenant>()));
            configure?.Invoke(options);
        });
        if (tenancy) builder.AddBusinessDatabase<T>(connectionName);
        return builder;
    }

    private static void AddBusinessDatabase<T>(this IHostApplicationBuilder builder, string connectionName) where T : DbContext
    {
        builder.Services.TryAddScoped<BusinessDatabase>(services => new(services.GetRequiredService<T>()));
        builder.AddSecrets();
        builder.Services.TryAddScoped<IdempotentRequests>();
        builder.Services.AddSingleton<IHostedService>(services => new StoreSettingsCheck(services, connectionName));
    }

    private static void AddDataSource(this IHostApplicationBuilder builder, string connectionName)
    {
        if (builder.Services.Any(service => service.IsKeyedService && service.ServiceType == typeof(NpgsqlDataSource) && connectionName.Equals(service.ServiceKey))) return;
        builder.AddStoreCertificate();
        builder.Services.AddKeyedSingleton(connectionName, (services, _) => CreateDataSource(services, connectionName));
        builder.Services.AddHealthChecks().Add(new(
            connectionName, services => new PostgresHealthCheck(services.GetRequiredKeyedService<NpgsqlDataSource>(connectionName)), HealthStatus.Unhealthy, ["ready"], TimeSpan.FromSeconds(3)));
    }

    private static NpgsqlDataSource CreateDataSource(IServiceProvider services, string connectionName)
    {
        var configured = services.GetRequiredService<IConfiguration>().GetConnectionString(connectionName)
            ?? throw new InvalidOperationException($"ConnectionStrings:{connectionName} is missing. Name the database's host, port, database and user name.");
        var certificate = services.GetRequiredService<StoreCertificate>();
        var name = services.GetRequiredService<IOptions<StoreTlsOptions>>().Value.PostgresName;
        var source = new NpgsqlDataSourceBuilder(ConnectionRules.Enforce(connectionName, configured)) { Name = connectionName };
        source.UseLoggerFactory(services.GetRequiredService<ILoggerFactory>());
        source.UseSslClientAuthenticationOptionsCallback(tls =>
        {
            var material = certificate.Current;
            tls.TargetHost = name;
            tls.EnabledSslProtocols = SslProtocols.Tls13;
            tls.AllowTlsResume = false;
            tls.ClientCertificateContext = material.Context;
            tls.CertificateChainPolicy = material.PolicyForServers();
        });
        return source.Build();
    }
}
