using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Signet.Services.Tests.Contacts;

/// <summary>What the service answered, to be asserted on.</summary>
internal sealed record Answer(HttpStatusCode Status, string Body, string? ETag, string? Location)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static async Task<Answer> OfAsync(HttpResponseMessage response) =>
        new(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.ETag?.Tag, response.Headers.Location?.ToString());

    /// <summary>The body, when the status is the expected one.</summary>
    public T Is<T>(HttpStatusCode status)
    {
        Is(status);
        return JsonSerializer.Deserialize<T>(Body, Json)!;
    }

    public void Is(HttpStatusCode status) => Assert.True(Status == status, $"{Status} instead of {status}: {Body}");

    /// <summary>The problem details, when they have the status and the code, and say something.</summary>
    public JsonObject Refuses(HttpStatusCode status, string code)
    {
        Is(status);
        var problem = JsonNode.Parse(Body)!.AsObject();
        Assert.Equal(code, problem["code"]?.GetValue<string>());
        Assert.Equal((int)status, problem["status"]?.GetValue<int>());
        Assert.False(string.IsNullOrWhiteSpace(problem["title"]?.GetValue<string>()));
        Assert.False(string.IsNullOrWhiteSpace(problem["detail"]?.GetValue<string>()));
        return problem;
    }

    /// <summary>A refusal of values that names this path with this reason.</summary>
    public void RefusesValue(string path, string reason)
    {
        var errors = Refuses(HttpStatusCode.BadRequest, "validation-failed")["errors"]!.AsObject();
        Assert.True(errors.ContainsKey(path), $"No error for {path} in {errors}");
        Assert.Contains(reason, string.Join(' ', errors[path]!.AsArray()), StringComparison.Ordinal);
    }
}
