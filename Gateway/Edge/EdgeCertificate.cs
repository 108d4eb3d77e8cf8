using System.Net.Security;
using Microsoft.Extensions.Options;
using Signet.ServiceDefaults;

namespace Signet.Gateway.Edge;

/// <summary>The certificate that the world sees, with its chain; exchanged without a restart when the files change.</summary>
internal sealed class EdgeCertificate(IOptions<EdgeOptions> options, TimeProvider clock, ILogger<EdgeCertificate> logger)
{
    private readonly ReloadingCertificate _files = new(options.Value.Certificate, options.Value.Key, authorities: null, clock, logger);

    public SslStreamCertificateContext Current => _files.Current.Context;
}
