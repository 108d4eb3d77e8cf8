using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Signet.AppHost.Pki;

namespace Signet.AppHost.Stores;

/// <summary>The Redis-protocol server with TLS 1.3, client certificates, and a user with a password of its own per service.</summary>
internal static class RedisMutualTlsExtensions
{
    private const string Mount = "/pki";

    public static IResourceBuilder<RedisResource> WithMutualTls(this IResourceBuilder<RedisResource> redis, DevelopmentPki pki)
    {
        var files = pki.StoreServer(redis.Resource.Name);
        return redis
            .WithTlsHealthCheck(pki)
            .WithBindMount(files.Folder, Mount, isReadOnly: true)
            .WithArgs("--port", "0", "--tls-port", redis.Resource.PrimaryEndpoint.Property(EndpointProperty.TargetPort))
            .WithArgs(
                "--tls-cert-file", $"{Mount}/tls.crt", "--tls-key-file", $"{Mount}/tls.key", "--tls-ca-cert-file", $"{Mount}/ca.crt",
                "--tls-auth-clients", "yes", "--tls-protocols", "TLSv1.3", "--aclfile", $"{Mount}/users.acl")
            .OnBeforeResourceStarted(async (resource, _, cancellationToken) =>
            {
                PrivateFiles.Replace(Path.Combine(files.Folder, "ca.crt"), await File.ReadAllTextAsync(files.Authorities, cancellationToken));
                PrivateFiles.Replace(Path.Combine(files.Folder, "users.acl"), await UsersOfAsync(resource, cancellationToken));
            });
    }

    /// <summary>The project is a user of the server, with its own certificate and password.</summary>
    public static IResourceBuilder<ProjectResource> WithRedis(this IResourceBuilder<ProjectResource> project, IResourceBuilder<RedisResource> redis, DevelopmentPki pki)
    {
        var user = project.Resource.Name;
        var password = project.ApplicationBuilder
            .AddParameter($"{redis.Resource.Name}-{user}-password", new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true, persist: true);
        redis.WithAnnotation(new RedisUserAnnotation(user, password.Resource));
        var endpoint = redis.Resource.PrimaryEndpoint;
        project
            .WithEnvironment(
                $"ConnectionStrings__{redis.Resource.Name}",
                ReferenceExpression.Create($"{endpoint.Property(EndpointProperty.Host)}:{endpoint.Property(EndpointProperty.Port)},user={user},password={password.Resource},ssl=true"))
            .WithEnvironment("Stores__RedisName", $"{redis.Resource.Name}.{DevelopmentPki.InternalDomain}");
        // A service with a database shows the certificate of its role to both stores.
        var files = pki.StoreClient(user);
        return project.WithEnvironment(context =>
        {
            context.EnvironmentVariables.TryAdd("Stores__Certificate", files.Certificate);
            context.EnvironmentVariables.TryAdd("Stores__Key", files.Key);
            context.EnvironmentVariables.TryAdd("Stores__Authorities", files.Authorities);
        });
    }

    /// <summary>In place of the check that the resource comes with, which shows no certificate.</summary>
    private static IResourceBuilder<RedisResource> WithTlsHealthCheck(this IResourceBuilder<RedisResource> redis, DevelopmentPki pki)
    {
        foreach (var check in redis.Resource.Annotations.OfType<HealthCheckAnnotation>().ToList())
            redis.Resource.Annotations.Remove(check);
        var key = $"{redis.Resource.Name}_tls_check";
        var name = $"{redis.Resource.Name}.{DevelopmentPki.InternalDomain}";
        redis.ApplicationBuilder.Services.AddHealthChecks()
            .Add(new(key, new RedisHealthCheck(redis.Resource.PrimaryEndpoint, name, pki.StoreClient("apphost")), HealthStatus.Unhealthy, tags: null));
        return redis.WithHealthCheck(key);
    }

    /// <summary>Users as an ACL file: passwords as SHA-256, nobody without a name, no administration.</summary>
    private static async Task<string> UsersOfAsync(RedisResource redis, CancellationToken cancellationToken)
    {
        var lines = new StringBuilder("user default off nopass -@all\n");
        foreach (var user in redis.Annotations.OfType<RedisUserAnnotation>())
        {
            var password = await user.Password.GetValueAsync(cancellationToken) ?? throw new DistributedApplicationException($"The parameter '{user.Password.Name}' has no value.");
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(password)));
            lines.Append(CultureInfo.InvariantCulture, $"user {user.Name} on #{hash} ~* +@all -@admin -@dangerous +info\n");
        }

        return lines.ToString();
    }
}

/// <summary>A user of the server and the parameter that holds its password.</summary>
internal sealed record RedisUserAnnotation(string Name, ParameterResource Password) : IResourceAnnotation;
