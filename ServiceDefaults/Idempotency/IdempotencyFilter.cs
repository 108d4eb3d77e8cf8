using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Signet.ServiceDefaults;

/// <summary>Between the endpoint and its handler: finds the answer given before, or gives one and keeps it.</summary>
internal static class IdempotencyFilter
{
    public const int LongestKey = 128;
    private const string Header = "Idempotency-Key";

    public static async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var http = invocation.HttpContext;
        var key = http.Request.Headers[Header].ToString();
        if (!IsUsable(key))
        {
            return Problems.Of(
                StatusCodes.Status400BadRequest, "idempotency-key-missing", "Which request is this?",
                $"Nothing was done. Send a new {Header} header (a UUID, at most {LongestKey} visible characters) with every new request, and the same one when you repeat it.");
        }

        var answers = http.RequestServices.GetRequiredService<IdempotentRequests>();
        var hash = http.Features.Get<RequestHash>() ?? throw new InvalidOperationException("MapDefaultEndpoints() must come before the endpoints run.");
        var answer = await answers.OnceAsync(key, hash.Value, () => AnswerAsync(http, invocation, next), http.RequestAborted);
        return answer is null
            ? Problems.Of(
                StatusCodes.Status422UnprocessableEntity, "idempotency-key-reused", "This key belongs to another request",
                $"Nothing was done. Another request with other content was sent with this {Header}. Send a new key.")
            : answer;
    }

    private static bool IsUsable(string key) => key.Length is > 0 and <= LongestKey && key.All(letter => letter is > ' ' and <= '~');

    /// <summary>Runs the handler and writes its answer into memory: it may be sent only after the commit.</summary>
    private static async Task<KeptAnswer> AnswerAsync(HttpContext http, EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        http.Response.Headers.Location = default;
        http.Response.Headers.ETag = default;
        var outside = http.Response.Body;
        using var inside = new MemoryStream();
        http.Response.Body = inside;
        try
        {
            var result = await next(invocation) as IResult ?? throw new InvalidOperationException("An idempotent endpoint returns an IResult.");
            await result.ExecuteAsync(http);
            await http.Response.BodyWriter.FlushAsync();
            return KeptAnswer.Of(http.Response, inside.ToArray());
        }
        finally
        {
            http.Response.Body = outside;
        }
    }
}
