using Signet.AppHost.Pki;
using Signet.AppHost.Stores;

namespace Signet.AppHost;

/// <summary>What every host of the topology has, so that the topology itself shows only what differs.</summary>
internal static class TopologyExtensions
{
    /// <summary>A service behind the gateway: mutual TLS on its one endpoint.</summary>
    public static IResourceBuilder<ProjectResource> AddService<TProject>(
        this IDistributedApplicationBuilder builder, string name, DevelopmentPki pki) where TProject : IProjectMetadata, new() =>
        builder.AddHost<TProject>(name).WithMutualTls(pki);

    /// <summary>A service's program with the argument "migrate": applies its migrations as the owner of its database, and ends.</summary>
    public static IResourceBuilder<ProjectResource> AddMigration<TProject>(
        this IDistributedApplicationBuilder builder, string name, IResourceBuilder<PostgresDatabaseResource> database, DataDirectory data, DevelopmentPki pki)
        where TProject : IProjectMetadata, new() =>
        builder.AddHost<TProject>(name)
            .WithMasterKey(data)
            .WithClientTls(pki)
            .WithArgs("migrate")
            .WithDatabase(database, pki, DatabaseRole.Owner)
            .WaitFor(database);

    /// <summary>The addresses that browsers see. The port is known when endpoints are allocated; tests have random ones.</summary>
    public static IResourceBuilder<ProjectResource> WithPublicUrls(this IResourceBuilder<ProjectResource> project, IResourceBuilder<ProjectResource> gateway)
    {
        var port = gateway.GetEndpoint("https").Property(EndpointProperty.Port);
        return project.WithEnvironment(context =>
        {
            context.EnvironmentVariables["Signet__PublicUrl"] = ReferenceExpression.Create($"https://{DevelopmentPki.EdgeName}:{port}");
            context.EnvironmentVariables["Signet__SignInUrl"] = ReferenceExpression.Create($"https://id.{DevelopmentPki.EdgeName}:{port}");
        });
    }

    /// <summary>The dashboard's link goes to the name that the gateway answers to.</summary>
    public static IResourceBuilder<ProjectResource> WithPublicLinks(this IResourceBuilder<ProjectResource> gateway)
    {
        foreach (var endpoint in (string[])["https", "http"])
            gateway.WithUrlForEndpoint(endpoint, link => link.Url = new UriBuilder(link.Url) { Host = DevelopmentPki.EdgeName }.Uri.ToString());
        return gateway;
    }

    /// <summary>For hosts that keep secrets or give out cursors, and for no other: whoever reads hostile mails has no use for it.</summary>
    public static IResourceBuilder<ProjectResource> WithMasterKey(this IResourceBuilder<ProjectResource> project, DataDirectory data) =>
        project.WithEnvironment("Secrets__MasterKeyFile", data.MasterKeyFile());

    /// <summary>A program of ours, in the AppHost's own environment.</summary>
    public static IResourceBuilder<ProjectResource> AddHost<TProject>(this IDistributedApplicationBuilder builder, string name) where TProject : IProjectMetadata, new() =>
        builder.AddProject<TProject>(name, launchProfileName: null).WithEnvironment("ASPNETCORE_ENVIRONMENT", builder.Environment.EnvironmentName);
}
