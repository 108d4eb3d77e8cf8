using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using OpenTelemetry;
using OpenTelemetry.Trace;
using Signet.Testing;

namespace Signet.Services.Tests.ServiceDefaults;

/// <summary>What leaves a host as traces and logs: routes, ids and statements, nothing that a person typed.</summary>
public sealed class TelemetryTests(PostgresServer postgres) : IAsyncLifetime
{
    private readonly Spans _spans = new();
    private TokenMint _mint = null!;
    private ProbeService _probe = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        var order = new ServiceOrder("probe") { Database = await postgres.CreateDatabaseAsync("probe", ProbeService.MigrateAsync) };
        _mint = await TokenMint.StartAsync(order.Clock);
        _probe = await ProbeService.StartAsync(
            order with { Others = [_mint.Host] }, configure: builder => builder.Services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddProcessor(_spans)));
        _client = _probe.ClientFor(_mint, TestUser.Create(), "notes.read", "notes.write");
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _probe.DisposeAsync();
        await _mint.DisposeAsync();
        _spans.Dispose();
    }

    [Fact]
    public async Task A_request_is_one_trace_down_to_its_statements_without_what_it_carried()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/notes?q=canary-query") { Content = JsonContent.Create(new NewNote("canary-body")) };
        request.Headers.Add("Idempotency-Key", "canary-key");
        using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);

        var served = Assert.Single(await _spans.WaitForAsync(span => span.DisplayName == "POST /notes"));
        var all = _spans.All.Where(span => span.TraceId == served.TraceId).ToList();
        Assert.Contains(all, span => span.Source.Name == "Npgsql");
        Assert.DoesNotContain("canary", string.Join('\n', all.Select(Describe)), StringComparison.Ordinal);
        Assert.False(_probe.Logs.Contains("canary"));
    }

    [Fact]
    public async Task Health_is_not_traced()
    {
        using var appHost = InternalClient.Create("probe", _probe.Port, TestPki.Shared.LeafOf("apphost"));
        await appHost.GetStringAsync("/health", TestContext.Current.CancellationToken);
        await _client.GetStringAsync("/notes", TestContext.Current.CancellationToken);

        await _spans.WaitForAsync(span => span.DisplayName == "GET /notes");
        Assert.DoesNotContain(_spans.All, span => span.Kind == ActivityKind.Server && Describe(span).Contains("/health", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_a_503_that_says_when_to_come_again()
    {
        var order = _probe.Order with { Settings = new Dictionary<string, string> { ["ConnectionStrings:probedb"] = $"Host=127.0.0.1;Port={FreePort.Take()};Database=none;Username=probe_app" } };
        await using var probe = await ProbeService.StartAsync(order);
        using var client = probe.ClientFor(_mint, TestUser.Create(), "notes.read");

        using var answer = await client.GetAsync("/notes", TestContext.Current.CancellationToken);

        await InternalTokenTests.AssertProblemAsync(answer, HttpStatusCode.ServiceUnavailable, "store-unavailable");
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    private static string Describe(Activity span) => string.Join(' ',
    [
        span.DisplayName, span.StatusDescription,
        .. span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"),
        .. span.Events.SelectMany(happened => happened.Tags).Select(tag => $"{tag.Key}={tag.Value}"),
    ]);

    /// <summary>Last in the row: it sees what would be exported.</summary>
    private sealed class Spans : BaseProcessor<Activity>
    {
        private readonly ConcurrentQueue<Activity> _all = [];

        public IReadOnlyCollection<Activity> All => _all;

        public override void OnEnd(Activity data) => _all.Enqueue(data);

        public async Task<List<Activity>> WaitForAsync(Func<Activity, bool> wanted)
        {
            var deadline = TimeProvider.System.GetUtcNow().AddSeconds(10);
            while (true)
            {
                if (_all.Where(wanted).ToList() is { Count: > 0 } found) return found;
                Assert.True(TimeProvider.System.GetUtcNow() < deadline, string.Join('\n', _all.Select(Describe)));
                await Task.Delay(20);
            }
        }
    }
}
