using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Signet.ServiceDefaults;

/// <summary>The certificate that this host serves and calls with.</summary>
public sealed class ServiceCertificate(IOptions<TlsOptions> options, TimeProvider clock, ILogger<ServiceCertificate> logger)
{
    private readonly ReloadingCertificate _files = new(options.Value.Certificate, options.Value.Key, options.Value.Authorities, clock, logger);

    public TlsMaterial Current => _files.Current;
}

/// <summary>The certificate that this host shows to Postgres and Redis.</summary>
public sealed class StoreCertificate(IOptions<StoreTlsOptions> options, TimeProvider clock, ILogger<StoreCertificate> logger)
{
    private readonly ReloadingCertificate _files = new(options.Value.Certificate, options.Value.Key, options.Value.Authorities, clock, logger);

    public TlsMaterial Current => _files.Current;
}
