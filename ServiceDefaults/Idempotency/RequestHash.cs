using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Signet.ServiceDefaults;

/// <summary>What a request asks for, as one hash.</summary>
internal sealed record RequestHash(byte[] Value)
{
    /// <summary>Never a temporary file: bodies hold contact data. What fits into memory is bounded by the endpoint's size limit.</summary>
    private const int BufferThreshold = int.MaxValue;

    /// <summary>Reads the body and puts it back.</summary>
    public static async Task<RequestHash> ComputeAsync(HttpContext context)
    {
        var request = context.Request;
        request.EnableBuffering(BufferThreshold);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method}\n{request.Path}\n{request.QueryString}\n"));
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, context.RequestAborted)) > 0) hash.AppendData(buffer, 0, read);
        request.Body.Position = 0;
        return new(hash.GetHashAndReset());
    }
}
