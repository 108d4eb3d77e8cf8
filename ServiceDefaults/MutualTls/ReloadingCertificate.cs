using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace Signet.ServiceDefaults;

/// <summary>
/// Certificate files that change while the process runs. They are looked at when somebody asks and at most once a second; by time stamps,
/// because change notifications do not cross the symbolic links that mounted secrets are swapped by. A pair that does not fit (half
/// written, wrong key) is refused and the one before stays.
/// </summary>
public sealed partial class ReloadingCertificate
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(1);

    private readonly string _certificate;
    private readonly string _key;
    private readonly string? _authorities;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly Lock _reloading = new();
    private volatile TlsMaterial _current;
    private (DateTime, DateTime, DateTime) _loaded;
    private (DateTime, DateTime, DateTime) _refused;
    private long _lookedAt;

    public ReloadingCertificate(string certificate, string key, string? authorities, TimeProvider clock, ILogger logger)
    {
        (_certificate, _key, _authorities, _clock, _logger) = (certificate, key, authorities, clock, logger);
        _lookedAt = clock.GetTimestamp();
        _loaded = Stamps();
        _current = TlsMaterial.Load(certificate, key, authorities);
    }

    /// <summary>The newest usable material. The same instance until the files change.</summary>
    public TlsMaterial Current
    {
        get
        {
            // Whoever comes while another looks takes what there is.
            if (_clock.GetElapsedTime(Interlocked.Read(ref _lookedAt)) >= _interval && _reloading.TryEnter())
            {
                try
                {
                    Look();
                }
                finally
                {
                    _reloading.Exit();
                }
            }

            return _current;
        }
    }

    private void Look()
    {
        Interlocked.Exchange(ref _lookedAt, _clock.GetTimestamp());
        var stamps = Stamps();
        if (stamps == _loaded) return;
        try
        {
            _current = TlsMaterial.Load(_certificate, _key, _authorities);
            _loaded = stamps;
            LogReplaced(_current.Thumbprint, _current.Context.TargetCertificate.NotAfter.ToUniversalTime());
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Tried again at the next look: the writer may be between the key and the certificate. Said once.
            if (stamps != _refused) LogRefused(fault.GetType().Name);
            _refused = stamps;
        }
    }

    private (DateTime, DateTime, DateTime) Stamps() => (
        File.GetLastWriteTimeUtc(_certificate),
        File.GetLastWriteTimeUtc(_key),
        _authorities is null ? default : File.GetLastWriteTimeUtc(_authorities));

    [LoggerMessage(LogLevel.Information, "The certificate was replaced by {Thumbprint}, valid until {NotAfter:u}")]
    private partial void LogReplaced(string thumbprint, DateTime notAfter);

    [LoggerMessage(LogLevel.Warning, "The certificate files changed but cannot be loaded ({Reason}); the certificate before stays in use")]
    private partial void LogRefused(string reason);
}
