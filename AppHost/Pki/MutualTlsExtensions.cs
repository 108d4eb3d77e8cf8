using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;

namespace Signet.AppHost.Pki;

/// <summary>Mutual TLS for projects: their certificate, who may call them, and a health check that is a caller too.</summary>
internal static class MutualTlsExtensions
{
    private const string AppHostName = "apphost";

    public static DevelopmentPki AddDevelopmentPki(this IDistributedApplicationBuilder builder, DataDirectory data)
    {
        var pki = DevelopmentPki.Open(data.Pki, TimeProvider.System);
        builder.Services.AddSingleton(pki);
        builder.Services.AddHostedService<CertificateRenewal>();
        return pki;
    }

    /// <summary>
    /// The project serves TLS 1.3 on its endpoint "https" and asks every caller for a certificate. Its callers are the resources
    /// that reference it, and the AppHost, for health alone.
    /// </summary>
    public static IResourceBuilder<ProjectResource> WithMutualTls(this IResourceBuilder<ProjectResource> project, DevelopmentPki pki)
    {
        var name = project.Resource.Name;
        project.WithClientTls(pki)
            .WithHttpsEndpoint(name: "https")
            .WithEnvironment(context => context.EnvironmentVariables["Tls__Callers"] = string.Join(',', CallersOf(project)));
        return project.WithTlsHealthCheck($"{name}.{DevelopmentPki.InternalDomain}", pki.AuthorityOf("services"), pki.Service(AppHostName));
    }

    /// <summary>The project has a certificate to call others with.</summary>
    public static IResourceBuilder<ProjectResource> WithClientTls(this IResourceBuilder<ProjectResource> project, DevelopmentPki pki)
    {
        var files = pki.Service(project.Resource.Name);
        return project
            .WithEnvironment("Tls__Certificate", files.Certificate)
            .WithEnvironment("Tls__Key", files.Key)
            .WithEnvironment("Tls__Authorities", files.Authorities);
    }

    /// <summary>The gateway's public side: the edge certificate, and a health check as the public sees it.</summary>
    public static IResourceBuilder<ProjectResource> WithEdgeTls(this IResourceBuilder<ProjectResource> project, DevelopmentPki pki)
    {
        var files = pki.Edge();
        return project
            .WithEnvironment("Edge__Certificate", files.Certificate)
            .WithEnvironment("Edge__Key", files.Key)
            .WithTlsHealthCheck(DevelopmentPki.EdgeName, files.Authorities, certificate: null);
    }

    /// <summary><see cref="ResourceRelationshipAnnotation"/> "Reference" is what WithReference leaves behind: a reference is the permission to call.</summary>
    private static IEnumerable<string> CallersOf(IResourceBuilder<IResource> callee) =>
        callee.ApplicationBuilder.Resources
            .Where(resource => resource.Annotations.OfType<ResourceRelationshipAnnotation>()
                .Any(relationship => relationship.Type == "Reference" && ReferenceEquals(relationship.Resource, callee.Resource)))
            .Select(resource => resource.Name)
            .Append(AppHostName);

    private static IResourceBuilder<ProjectResource> WithTlsHealthCheck(
        this IResourceBuilder<ProjectResource> project, string serverName, string authorities, CertificateFiles? certificate)
    {
        const string path = "/health";
        project.WithHttpHealthCheck(path, endpointName: "https");
        // The check's client has the check's key as its name.
        project.ApplicationBuilder.Services.AddHttpClient($"{project.Resource.Name}_https_{path}_200_check")
            .ConfigureHttpClient(client => client.DefaultRequestHeaders.Host = serverName)
            .ConfigurePrimaryHttpMessageHandler(() => CreateHandler(authorities, certificate));
        return project;
    }

    private static SocketsHttpHandler CreateHandler(string authorities, CertificateFiles? certificate)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        policy.CustomTrustStore.ImportFromPemFile(authorities);
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            SslOptions = new SslClientAuthenticationOptions { EnabledSslProtocols = SslProtocols.Tls13, CertificateChainPolicy = policy },
        };
        if (certificate is not null)
        {
            handler.SslOptions.ClientCertificateContext = SslStreamCertificateContext.Create(
                X509Certificate2.CreateFromPemFile(certificate.Certificate, certificate.Key), additionalCertificates: null, offline: true);
        }

        return handler;
    }
}
