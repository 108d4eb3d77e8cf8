using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Signet.Web.Tests;

/// <summary>Answers at the wire. A request that the test did not foresee fails it.</summary>
public sealed class FakeServer : HttpMessageHandler
{
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);
    private readonly List<(string Request, Func<SentRequest, CancellationToken, Task<HttpResponseMessage>> Answer)> routes = [];
    private readonly List<Task> answers = [];

    public List<SentRequest> Sent { get; } = [];

    public FakeServer On(string request, Func<SentRequest, HttpResponseMessage> answer) => On(request, (sent, _) => Task.FromResult(answer(sent)));

    /// <summary>An answer that takes its time, and hears when nobody waits for it any more.</summary>
    public FakeServer On(string request, Func<SentRequest, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        routes.Insert(0, (request, answer));
        return this;
    }

    public FakeServer On(string request, object body, HttpStatusCode status = HttpStatusCode.OK) => On(request, _ => Json(body, status));

    public FakeServer Fails(string request, int status, string code, object? more = null) => On(request, _ =>
    {
        var fields = new Dictionary<string, object?> { ["title"] = $"Title of {code}", ["detail"] = $"Detail of {code}", ["status"] = status, ["code"] = code, ["traceId"] = "4bf92f3577b34da6" };
        if (more is not null) foreach (var property in more.GetType().GetProperties()) fields[property.Name] = property.GetValue(more);
        var response = Json(fields, (HttpStatusCode)status);
        response.Content.Headers.ContentType = new("application/problem+json");
        return response;
    });

    public static HttpResponseMessage Json(object body, HttpStatusCode status = HttpStatusCode.OK) => new(status) { Content = JsonContent.Create(body, body.GetType(), options: Options) };

    /// <summary>Every question has its answer.</summary>
    public async Task IdleAsync()
    {
        foreach (var answer in answers.ToList()) await answer.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = AnswerAsync(request, cancellationToken);
        answers.Add(answer);
        return answer;
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var sent = new SentRequest($"{request.Method} {request.RequestUri!.PathAndQuery}", body, request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>()).ToDictionary(h => h.Key, h => string.Join(',', h.Value)));
        Sent.Add(sent);
        var route = routes.Find(candidate => sent.Line.StartsWith(candidate.Request, StringComparison.Ordinal));
        if (route.Answer is null) throw new InvalidOperationException($"Unforeseen request: {sent.Line}");
        return await route.Answer(sent, cancellationToken);
    }
}

public sealed record SentRequest(string Line, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public T Read<T>() => JsonSerializer.Deserialize<T>(Body, FakeServer.Options)!;
}
