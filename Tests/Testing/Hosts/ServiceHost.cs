using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Signet.Testing;

/// <summary>
/// One real service in this process: its own program on Kestrel with mutual TLS, a fake clock that starts now, its logs kept. Others that it
/// needs are stand-ins.
/// </summary>
/// <typeparam name="TMarker">Any type of the service's assembly.</typeparam>
public sealed class ServiceHost<TMarker> : WebApplicationFactory<TMarker> where TMarker : class
{
    private readonly ServiceOrder _order;

    internal ServiceHost(ServiceOrder order)
    {
        _order = order;
        UseKestrel();
        StartServer();
        Port = StandIn.PortOf(Services);
    }

    public string Name => _order.Name;

    public int Port { get; }

    public CapturedLogs Logs { get; } = new();

    public FakeTimeProvider Clock => _order.Clock;

    /// <summary>A client with the certificate of a resource.</summary>
    public HttpClient ClientOf(string caller, string? token = null) => InternalClient.Create(Name, Port, TestPki.Shared.LeafOf(caller), token);

    /// <summary>A client of the gateway for a signed-in user with these permissions.</summary>
    public HttpClient ClientFor(TokenMint mint, TestUser user, params string[] permissions)
    {
        var certificate = TestPki.Shared.LeafOf("gateway");
        return InternalClient.Create(Name, Port, certificate, mint.Token(Name, user, certificate, permissions));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseContentRoot(AppContext.BaseDirectory);
        builder.UseEnvironment(_order.Environment);
        builder.UseUrls("https://127.0.0.1:0");
        foreach (var (key, value) in _order.AllSettings()) builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.AddProvider(Logs));
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(_order.Clock);
            _order.Services?.Invoke(services);
        });
    }
}
