using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Signet.MailWorker.Captures;

/// <summary>Bounds what captures may hold: uploads in memory, and threads that parse.</summary>
internal sealed class CaptureGate(IOptions<CaptureOptions> options) : IAsyncDisposable
{
    private readonly ConcurrencyLimiter uploads = new(new() { PermitLimit = options.Value.ConcurrentUploads, QueueLimit = options.Value.WaitingUploads, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    // Whoever has an upload in memory gets to parse it: the queue is as long as there can be uploads.
    private readonly ConcurrencyLimiter parses = new(new() { PermitLimit = options.Value.ConcurrentParses, QueueLimit = options.Value.ConcurrentUploads, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    public ValueTask<RateLimitLease> EnterUploadAsync(CancellationToken cancellationToken) => uploads.AcquireAsync(1, cancellationToken);

    public ValueTask<RateLimitLease> EnterParseAsync(CancellationToken cancellationToken) => parses.AcquireAsync(1, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await uploads.DisposeAsync();
        await parses.DisposeAsync();
    }
}
