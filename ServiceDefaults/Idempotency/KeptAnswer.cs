using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Signet.ServiceDefaults;

/// <summary>An answer as it was given the first time.</summary>
internal sealed record KeptAnswer(int Status, string? ContentType, string? Location, string? ETag, byte[] Body) : IResult
{
    /// <summary>Refusals are not kept: the client mends its request and sends it again with the same key.</summary>
    public bool IsSuccess => Status < StatusCodes.Status400BadRequest;

    public static KeptAnswer Of(HttpResponse response, byte[] body)
    {
        var headers = response.Headers;
        return new(response.StatusCode, response.ContentType, Text(headers.Location), Text(headers.ETag), body);
    }

    public static KeptAnswer Read(byte[] json) => JsonSerializer.Deserialize<KeptAnswer>(json) ?? throw EncryptThenMac.Unreadable();

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = ContentType;
        if (Location is not null) response.Headers.Location = Location;
        if (ETag is not null) response.Headers.ETag = ETag;
        response.ContentLength = Body.Length;
        await response.Body.WriteAsync(Body, httpContext.RequestAborted);
    }

    private static string? Text(Microsoft.Extensions.Primitives.StringValues header) => header.Count == 0 ? null : header.ToString();
}
