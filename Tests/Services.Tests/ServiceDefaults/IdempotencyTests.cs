using System.Net;
using System.Net.Http.Json;
using Npgsql;
using Signet.Testing;

namespace Signet.Services.Tests.ServiceDefaults;

public sealed class IdempotencyTests(PostgresServer postgres) : IAsyncLifetime
{
    private readonly TestUser _user = TestUser.Create();
    private TestDatabase _database = null!;
    private TokenMint _mint = null!;
    private ProbeService _probe = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync("probe", ProbeService.MigrateAsync);
        var order = new ServiceOrder("probe") { Database = _database };
        _mint = await TokenMint.StartAsync(order.Clock);
        _probe = await ProbeService.StartAsync(order with { Others = [_mint.Host] });
        _client = _probe.ClientFor(_mint, _user, "notes.read", "notes.write");
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _probe.DisposeAsync();
        await _mint.DisposeAsync();
    }

    [Fact]
    public async Task A_repeated_request_gets_the_first_answer_and_does_nothing()
    {
        using var first = await PostAsync("one", "key");
        using var again = await PostAsync("one", "key");

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(["one"], await NotesAsync());
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        using var first = await PostAsync("one", "key");
        using var other = await PostAsync("two", "key");

        await InternalTokenTests.AssertProblemAsync(other, HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
        Assert.Equal(["one"], await NotesAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("with space")]
    public async Task A_request_without_usable_key_is_refused(string? key)
    {
        using var answer = await PostAsync("one", key);
        await InternalTokenTests.AssertProblemAsync(answer, HttpStatusCode.BadRequest, "idempotency-key-missing");
        Assert.Empty(await NotesAsync());
    }

    [Fact]
    public async Task Of_many_at_the_same_time_one_does_the_work_and_all_get_its_answer()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => PostAsync("race", "key")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Single(answers.Select(answer => answer.Headers.Location).Distinct());
        Assert.Equal(["race"], await NotesAsync());
    }

    [Fact]
    public async Task A_refusal_keeps_nothing_and_the_key_can_be_used_again()
    {
        using var refused = await PostAsync("refuse me", "key");
        await InternalTokenTests.AssertProblemAsync(refused, HttpStatusCode.UnprocessableEntity, "refused");
        Assert.Empty(await NotesAsync());

        using var mended = await PostAsync("mended", "key");
        Assert.Equal(HttpStatusCode.Created, mended.StatusCode);
    }

    [Fact]
    public async Task Another_user_may_choose_the_same_key()
    {
        using var colleague = _probe.ClientFor(_mint, _user.Colleague(), "notes.write");
        using var ours = await PostAsync("ours", "key");
        using var theirs = await PostAsync("theirs", "key", colleague);
        Assert.Equal(HttpStatusCode.Created, theirs.StatusCode);
        Assert.Equal(2, (await NotesAsync()).Count);
    }

    [Fact]
    public async Task A_key_ends_after_a_day()
    {
        using var first = await PostAsync("one", "key");
        _probe.Order.Clock.Advance(TimeSpan.FromHours(24));
        using var later = _probe.ClientFor(_mint, _user, "notes.read", "notes.write");
        using var second = await PostAsync("one", "key", later);

        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.NotEqual(first.Headers.Location, second.Headers.Location);
    }

    [Fact]
    public async Task Kept_answers_cannot_be_read_in_the_database()
    {
        using var first = await PostAsync("canary-3f9a", "key");
        await using var superuser = await postgres.OpenAsSuperuserAsync(_database.Name);
        await using var command = new NpgsqlCommand("select answer from idempotency_entry", superuser);
        var answer = (byte[])(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        Assert.DoesNotContain("canary", System.Text.Encoding.Latin1.GetString(answer), StringComparison.Ordinal);
        Assert.False(_probe.Logs.Contains("canary"));
    }

    private async Task<HttpResponseMessage> PostAsync(string text, string? key, HttpClient? client = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/notes") { Content = JsonContent.Create(new NewNote(text)) };
        if (key is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return await (client ?? _client).SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task<List<string>> NotesAsync()
    {
        using var reader = _probe.ClientFor(_mint, _user, "notes.read");
        return (await reader.GetFromJsonAsync<List<string>>("/notes", TestContext.Current.CancellationToken))!;
    }
}
