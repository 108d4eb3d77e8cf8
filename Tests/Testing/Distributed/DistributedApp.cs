using System.Net;
using System.Security.Cryptography.X509Certificates;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Signet.Testing;

/// <summary>
/// The whole AppHost, started once for an assembly's tests: random ports, data and certificates in a temporary folder,
/// telemetry kept in memory.
/// </summary>
public sealed class DistributedApp : IAsyncDisposable
{
    /// <summary>Generous: two busy cores build nothing but start eight processes.</summary>
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(4);

    private static readonly string[] Services = ["identity", "contacts", "crm-connector", "mail-worker", "gateway"];

    private readonly DistributedApplication app;
    private readonly X509Certificate2 edgeAuthority;

    private DistributedApp(DistributedApplication app, string dataDirectory, OtlpSink telemetry, string demoPassword)
    {
        this.app = app;
        DataDirectory = dataDirectory;
        Telemetry = telemetry;
        DemoPassword = demoPassword;
        Port = app.GetEndpoint("gateway", "https").Port;
        edgeAuthority = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(dataDirectory, "pki/edge/ca.crt"));
    }

    public const string DemoAddress = "demo@signet.localhost";

    public string DemoPassword { get; }

    /// <summary>Holds pki/, postgres/ and keys/ of this run.</summary>
    public string DataDirectory { get; }

    /// <summary>Everything that the services exported.</summary>
    public OtlpSink Telemetry { get; }

    /// <summary>The gateway's port on loopback.</summary>
    public int Port { get; }

    public Uri PublicUrl => new($"https://signet.localhost:{Port}");

    /// <summary>The running application, for tests that stop and start its resources.</summary>
    public DistributedApplication Application => app;

    /// <summary>Starts everything and returns when every service is healthy.</summary>
    public static async Task<DistributedApp> StartAsync()
    {
        using var limit = new CancellationTokenSource(StartLimit);
        var dataDirectory = Directory.CreateTempSubdirectory("signet-test-").FullName;
        // Postgres runs as its own user where the tests run as root, and has to reach its folder below.
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(dataDirectory, (UnixFileMode)0b111_101_101);
        }

        var telemetry = await OtlpSink.StartAsync();
        var demoPassword = $"Demo-{Guid.NewGuid():N}";
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(
            [$"--Signet:DataDirectory={dataDirectory}", $"--Parameters:demo-password={demoPassword}"],
            limit.Token);
        // What resources print is asked for by LogsOfAsync; among the tests' own output only their errors are worth a line.
        builder.Services.AddLogging(logging => logging.AddFilter("Signet.AppHost.Resources", LogLevel.Error));
        builder.Configuration["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = telemetry.Url.ToString().TrimEnd('/');
        var app = await builder.BuildAsync(limit.Token);
        await app.StartAsync(limit.Token);
        foreach (var service in Services)
        {
            await app.ResourceNotifications.WaitForResourceHealthyAsync(service, limit.Token);
        }

        return new DistributedApp(app, dataDirectory, telemetry, demoPassword);
    }

    /// <summary>A browser's HTTP client: keeps cookies, follows no redirect by itself, trusts this run's edge authority, dials loopback whatever the name.</summary>
    public HttpClient CreateBrowser() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = true,
        CookieContainer = new CookieContainer(),
        ConnectCallback = LoopbackDialer.ConnectAsync,
        SslOptions = { CertificateChainPolicy = EdgePolicy() },
    })
    { BaseAddress = PublicUrl };

    /// <summary>A client without cookies that sends <paramref name="personalAccessToken"/>.</summary>
    public HttpClient CreateApiClient(string? personalAccessToken = null)
    {
        var client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectCallback = LoopbackDialer.ConnectAsync,
            SslOptions = { CertificateChainPolicy = EdgePolicy() },
        })
        { BaseAddress = PublicUrl };
        if (personalAccessToken is not null)
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", personalAccessToken);
        }

        return client;
    }

    /// <summary>All console lines of a resource so far.</summary>
    public async Task<IReadOnlyList<string>> LogsOfAsync(string resource, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        var found = app.Services.GetRequiredService<DistributedApplicationModel>().Resources.Single(candidate => candidate.Name == resource);
        await foreach (var batch in app.Services.GetRequiredService<ResourceLoggerService>().GetAllAsync(found).WithCancellation(cancellationToken))
        {
            lines.AddRange(batch.Select(line => line.Content));
        }

        return lines;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Telemetry.DisposeAsync();
        edgeAuthority.Dispose();
        Directory.Delete(DataDirectory, recursive: true);
    }

    private X509ChainPolicy EdgePolicy() => new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        CustomTrustStore = { edgeAuthority },
        RevocationMode = X509RevocationMode.NoCheck,
        DisableCertificateDownloads = true,
    };
}
