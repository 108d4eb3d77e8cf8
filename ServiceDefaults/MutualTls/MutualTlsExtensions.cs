using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;

namespace Signet.ServiceDefaults;

internal static class MutualTlsExtensions
{
    /// <summary>Bodies are small unless an endpoint says more (<c>RequestSizeLimit</c> metadata).</summary>
    private const long MaxBodySize = 1024 * 1024;

    /// <summary>The certificate, and the client side.</summary>
    public static WebApplicationBuilder AddServiceCertificate(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<TlsOptions>().BindConfiguration(TlsOptions.Section).ValidateDataAnnotations();
        builder.Services.AddSingleton<ServiceCertificate>();
        builder.Services.AddSingleton<ServiceChannels>();
        return builder;
    }

    /// <summary>Every address that this host listens at asks for a certificate; there is no start without one of its own.</summary>
    public static WebApplicationBuilder AddMutualTlsListener(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MutualTlsListener>();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodySize;
            kestrel.ConfigureEndpointDefaults(endpoint =>
            {
                endpoint.Protocols = HttpProtocols.Http1AndHttp2;
                var listener = endpoint.ApplicationServices.GetRequiredService<MutualTlsListener>();
                endpoint.UseHttps(new TlsHandshakeCallbackOptions { OnConnection = listener.HandshakeAsync });
            });
        });
        return builder;
    }
}
