using System.Net.Security;
using System.Security.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Signet.ServiceDefaults;

public static class RedisExtensions
{
    /// <summary>
    /// A Redis-protocol server over mutual TLS. It caches and counts, nothing is true in it: a host starts and serves without it, and
    /// <see cref="IConnectionMultiplexer"/> connects by itself when it comes.
    /// </summary>
    public static IHostApplicationBuilder AddRedisClient(this IHostApplicationBuilder builder, string connectionName)
    {
        builder.AddStoreCertificate();
        builder.Services.AddSingleton<IConnectionMultiplexer>(services => ConnectionMultiplexer.Connect(OptionsOf(services, connectionName)));
        builder.Services.AddHealthChecks().Add(new(
            connectionName, services => new RedisHealthCheck(services.GetRequiredService<IConnectionMultiplexer>()), null, ["ready"], TimeSpan.FromSeconds(3)));
        return builder;
    }

    private static ConfigurationOptions OptionsOf(IServiceProvider services, string connectionName)
    {
        var configured = services.GetRequiredService<IConfiguration>().GetConnectionString(connectionName)
            ?? throw new InvalidOperationException($"ConnectionStrings:{connectionName} is missing. Name the server's address, user and password.");
        var certificate = services.GetRequiredService<StoreCertificate>();
        var name = services.GetRequiredService<IOptions<StoreTlsOptions>>().Value.RedisName;
        var options = ConfigurationOptions.Parse(configured);
        options.Ssl = true;
        options.SslHost = name;
        options.SslProtocols = SslProtocols.Tls13;
        options.AbortOnConnectFail = false;
        options.ConnectTimeout = 2000;
        options.AsyncTimeout = 2000;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.SslClientAuthenticationOptions = _ =>
        {
            var material = certificate.Current;
            return new SslClientAuthenticationOptions
            {
                TargetHost = name,
                EnabledSslProtocols = SslProtocols.Tls13,
                // The server cannot resume sessions with client certificates; .NET would always try.
                AllowTlsResume = false,
                ClientCertificateContext = material.Context,
                CertificateChainPolicy = material.PolicyForServers(),
            };
        };
        return options;
    }
}
