using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting;

public static class PostgresBuilderExtensions
{
    /// <summary>A PostgreSQL server. The password is generated once and kept in user secrets, as is the data where a mount keeps it.</summary>
    public static IResourceBuilder<PostgresServerResource> AddPostgres(this IDistributedApplicationBuilder builder, string name, IResourceBuilder<ParameterResource>? userName = null, IResourceBuilder<ParameterResource>? password = null, int? port = null)
    {
        var server = new PostgresServerResource(name, userName?.Resource, password?.Resource ?? ParameterResourceBuilderExtensions.CreateDefaultPasswordParameter(builder, $"{name}-password"));
        var process = new PostgresProcess(server);
        return builder.AddResource(server)
            .WithEndpoint("tcp", endpoint => (endpoint.Port, endpoint.TargetPort, endpoint.Protocol) = (port, 5432, ProtocolType.Tcp))
            .WithArgs("-p", server.PrimaryEndpoint.Property(EndpointProperty.TargetPort))
            .WithIconName("DatabaseMultiple")
            .WithAnnotation(new ProcessLaunchAnnotation(process.LaunchAsync))
            .WithCheck(process, "postgres")
            // The last moment before databases are made and others come in.
            .OnResourceReady((_, ready, cancellationToken) => process.CreateDatabasesAsync(ready.Services, cancellationToken));
    }

    /// <summary>A database of the server, made when the server is ready.</summary>
    public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(this IResourceBuilder<PostgresServerResource> builder, string name, string? databaseName = null)
    {
        var database = new PostgresDatabaseResource(name, databaseName ?? name, builder.Resource);
        builder.Resource.Add(name, database.DatabaseName);
        var process = builder.Resource.Annotations.OfType<ProcessLaunchAnnotation>().Select(launch => (PostgresProcess)launch.Launch.Target!).Last();
        return builder.ApplicationBuilder.AddResource(database).WithIconName("Database").WithCheck(process, database.DatabaseName);
    }

    /// <param name="source">The data folder; relative to the AppHost's.</param>
    public static IResourceBuilder<PostgresServerResource> WithDataBindMount(this IResourceBuilder<PostgresServerResource> builder, string source, bool isReadOnly = false) =>
        builder.WithBindMount(source, PostgresProcess.DataFolder, isReadOnly);

    public static IResourceBuilder<PostgresServerResource> WithDataVolume(this IResourceBuilder<PostgresServerResource> builder, string? name = null, bool isReadOnly = false) =>
        builder.WithVolume(name ?? $"{builder.Resource.Name}-data", PostgresProcess.DataFolder, isReadOnly);

    /// <param name="script">Runs in place of CREATE DATABASE, on the server's own database, as one command.</param>
    public static IResourceBuilder<PostgresDatabaseResource> WithCreationScript(this IResourceBuilder<PostgresDatabaseResource> builder, string script) =>
        builder.WithAnnotation(new PostgresCreationScriptAnnotation(script), ResourceAnnotationMutationBehavior.Replace);

    private static IResourceBuilder<T> WithCheck<T>(this IResourceBuilder<T> builder, PostgresProcess process, string database) where T : IResource
    {
        var key = $"{builder.Resource.Name}_check";
        builder.ApplicationBuilder.Services.AddHealthChecks().Add(new(key, new PostgresHealthCheck(process, database), HealthStatus.Unhealthy, tags: null));
        return builder.WithHealthCheck(key);
    }
}

internal sealed record PostgresCreationScriptAnnotation(string Script) : IResourceAnnotation;
