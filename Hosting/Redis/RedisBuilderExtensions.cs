using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Redis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting;

public static class RedisBuilderExtensions
{
    public static IResourceBuilder<RedisResource> AddRedis(this IDistributedApplicationBuilder builder, string name, int? port) => builder.AddRedis(name, port, null);

    /// <summary>A server of the Redis protocol that keeps everything in at most 128 MB of memory. Arguments are those of redis-server.</summary>
    public static IResourceBuilder<RedisResource> AddRedis(this IDistributedApplicationBuilder builder, string name, int? port = null, IResourceBuilder<ParameterResource>? password = null)
    {
        // Letters and digits only: a comma ends the password in a client's connection string.
        var redis = new RedisResource(name, password?.Resource ?? ParameterResourceBuilderExtensions.CreateDefaultPasswordParameter(builder, $"{name}-password", special: false));
        var (process, key) = (new RedisProcess(redis), $"{name}_check");
        builder.Services.AddHealthChecks().Add(new(key, process, HealthStatus.Unhealthy, tags: null));
        return builder.AddResource(redis)
            .WithEndpoint("tcp", endpoint => (endpoint.Port, endpoint.TargetPort, endpoint.Protocol) = (port, 6379, ProtocolType.Tcp))
            .WithArgs("--port", redis.PrimaryEndpoint.Property(EndpointProperty.TargetPort))
            .WithArgs("--bind", "127.0.0.1", "--maxmemory", "128mb")
            .WithEnvironment(context =>
            {
                if (redis.PasswordParameter is { } secret) context.EnvironmentVariables["REDIS_PASSWORD"] = secret;
            })
            .WithIconName("DocumentLightning")
            .WithAnnotation(new ProcessLaunchAnnotation(process.LaunchAsync))
            .WithHealthCheck(key);
    }

    /// <param name="password">Null: no password.</param>
    public static IResourceBuilder<RedisResource> WithPassword(this IResourceBuilder<RedisResource> builder, IResourceBuilder<ParameterResource>? password)
    {
        builder.Resource.PasswordParameter = password?.Resource;
        return builder;
    }
}
