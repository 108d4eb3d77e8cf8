using System.Buffers;
using Microsoft.AspNetCore.Http.Features;

namespace Signet.MailWorker.Captures;

/// <summary>
/// The uploaded bytes, in memory only: no form, no temporary file. The buffer is rented, and wiped when it is given back, so that no later
/// request finds a mail in it.
/// </summary>
internal sealed class UploadBuffer : IDisposable
{
    private const int FirstBuffer = 64 * 1024;
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);

    private UploadBuffer()
    {
    }

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Bytes => buffer.AsSpan(0, Length);

    /// <summary>The body, or null when it is larger than <paramref name="largest"/>: a declared size is believed before a byte is read.</summary>
    public static async Task<UploadBuffer?> ReadAsync(HttpContext context, int largest, CancellationToken cancellationToken)
    {
        if (context.Request.ContentLength > largest) return null;
        // One byte more than allowed must get through to be noticed here; Kestrel would answer without a problem document.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = (long)largest + FirstBuffer;

        var upload = new UploadBuffer();
        try
        {
            while (true)
            {
                upload.Grow(largest);
                var read = await context.Request.Body.ReadAsync(upload.buffer.AsMemory(upload.Length), cancellationToken);
                if (read == 0) break;
                upload.Length += read;
                if (upload.Length <= largest) continue;
                upload.Dispose();
                return null;
            }

            return upload;
        }
        catch
        {
            upload.Dispose();
            throw;
        }
    }

    /// <summary>The bytes as a stream that the buffer outlives.</summary>
    public MemoryStream Open() => new(buffer, 0, Length, writable: false);

    public void Dispose()
    {
        if (buffer.Length == 0) return;
        buffer.AsSpan(0, Length).Clear();
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
        Length = 0;
    }

    private void Grow(int largest)
    {
        if (Length < buffer.Length) return;
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min((long)largest + 1, buffer.Length * 2L));
        Bytes.CopyTo(larger);
        buffer.AsSpan(0, Length).Clear();
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
