using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Signet.Testing;

namespace Signet.Services.Tests.ServiceDefaults;

public sealed class InternalTokenTests : IAsyncLifetime
{
    private static readonly TestUser _user = TestUser.Create();

    private TokenMint _mint = null!;
    private ProbeService _probe = null!;

    public static TheoryData<string> BadTokens => ["expired", "not yet", "too long", "forged", "unsigned", "foreign audience", "foreign issuer", "other certificate", "without cnf", "without org", "rubbish"];

    public async ValueTask InitializeAsync()
    {
        _mint = await TokenMint.StartAsync();
        _probe = await ProbeService.StartAsync(new ServiceOrder("probe") { Others = [_mint.Host] }, ProbeService.MapRules);
    }

    public async ValueTask DisposeAsync()
    {
        await _probe.DisposeAsync();
        await _mint.DisposeAsync();
    }

    [Fact]
    public async Task A_good_token_says_for_whom_the_request_is()
    {
        using var client = _probe.ClientFor(_mint, _user, "notes.read");

        var who = await client.GetFromJsonAsync<JsonElement>("/who", TestContext.Current.CancellationToken);

        Assert.Equal(_user.OrganizationId, who.GetProperty("organizationId").GetGuid());
        Assert.Equal(_user.UserId, who.GetProperty("userId").GetGuid());
        Assert.Equal(_user.SessionId, who.GetProperty("sessionId").GetGuid());
        Assert.Equal(JsonValueKind.Null, who.GetProperty("actor").ValueKind);
    }

    [Theory]
    [MemberData(nameof(BadTokens))]
    public async Task A_token_that_is_not_right_in_every_part_is_refused(string kind)
    {
        using var client = InternalClient.Create("probe", _probe.Port, TestPki.Shared.LeafOf("gateway"), Bad(kind));

        using var answer = await client.GetAsync("/who", TestContext.Current.CancellationToken);

        await AssertProblemAsync(answer, HttpStatusCode.Unauthorized, "unauthenticated");
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        Assert.Contains(_probe.Logs.All, log => log.Message.StartsWith("token-refused", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_without_token_is_refused()
    {
        using var client = InternalClient.Create("probe", _probe.Port, TestPki.Shared.LeafOf("gateway"));
        using var answer = await client.GetAsync("/who", TestContext.Current.CancellationToken);
        await AssertProblemAsync(answer, HttpStatusCode.Unauthorized, "unauthenticated");
    }

    [Fact]
    public async Task A_missing_permission_is_forbidden()
    {
        using var client = _probe.ClientFor(_mint, _user, "notes.readers", "other");
        using var answer = await client.GetAsync("/who", TestContext.Current.CancellationToken);
        await AssertProblemAsync(answer, HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task An_endpoint_of_other_callers_is_forbidden_even_with_a_good_token()
    {
        using var client = _probe.ClientFor(_mint, _user, "notes.read");
        using var answer = await client.GetAsync("/apphost-only", TestContext.Current.CancellationToken);
        await AssertProblemAsync(answer, HttpStatusCode.Forbidden, "caller-refused");
    }

    [Fact]
    public async Task An_endpoint_for_callers_needs_no_token()
    {
        using var gateway = InternalClient.Create("probe", _probe.Port, TestPki.Shared.LeafOf("gateway"));
        using var appHost = InternalClient.Create("probe", _probe.Port, TestPki.Shared.LeafOf("apphost"));

        Assert.Equal("fine", await gateway.GetStringAsync("/callers-only", TestContext.Current.CancellationToken));
        using var refused = await appHost.GetAsync("/callers-only", TestContext.Current.CancellationToken);
        await AssertProblemAsync(refused, HttpStatusCode.Forbidden, "caller-refused");
    }

    [Fact]
    public async Task A_new_key_of_identity_works_and_unknown_keys_do_not_flood_it()
    {
        using var before = _probe.ClientFor(_mint, _user, "notes.read");
        await before.GetStringAsync("/who", TestContext.Current.CancellationToken);
        Assert.Equal(1, _mint.KeyRequests);

        _mint.RotateKey();
        _probe.Order.Clock.Advance(TimeSpan.FromSeconds(6));
        using var after = _probe.ClientFor(_mint, _user, "notes.read");
        await after.GetStringAsync("/who", TestContext.Current.CancellationToken);
        Assert.Equal(2, _mint.KeyRequests);

        _mint.RotateKey();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var soon = _probe.ClientFor(_mint, _user, "notes.read");
            using var refused = await soon.GetAsync("/who", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }

        Assert.Equal(2, _mint.KeyRequests);
    }

    [Fact]
    public async Task Without_identity_known_keys_go_on_and_unknown_ones_are_unavailable()
    {
        _mint.IsUp = false;
        using var client = _probe.ClientFor(_mint, _user, "notes.read");
        using var unavailable = await client.GetAsync("/who", TestContext.Current.CancellationToken);
        await AssertProblemAsync(unavailable, HttpStatusCode.ServiceUnavailable, "service-unavailable");
        Assert.NotNull(unavailable.Headers.RetryAfter);

        _mint.IsUp = true;
        await client.GetStringAsync("/who", TestContext.Current.CancellationToken);
        _mint.IsUp = false;
        await client.GetStringAsync("/who", TestContext.Current.CancellationToken);
    }

    internal static async Task AssertProblemAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(status == answer.StatusCode, $"{answer.StatusCode}: {body}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(body).RootElement;
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal($"urn:signet:problem:{code}", problem.GetProperty("type").GetString());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        Assert.NotEmpty(problem.GetProperty("traceId").GetString()!);
    }

    private string Bad(string kind)
    {
        var good = new TokenOrder("probe", _user, TestPki.Shared.LeafOf("gateway")) { Permissions = ["notes.read"] };
        return kind switch
        {
            "expired" => _mint.Mint(good with { Age = TimeSpan.FromSeconds(-66) }),
            "not yet" => _mint.Mint(good with { Age = TimeSpan.FromSeconds(30), Lifetime = TimeSpan.FromSeconds(20) }),
            "too long" => _mint.Mint(good with { Lifetime = TimeSpan.FromMinutes(5) }),
            "forged" => _mint.Mint(good with { Forged = true }),
            "unsigned" => _mint.Mint(good with { Unsigned = true }),
            "foreign audience" => _mint.Mint(good with { Audience = "contacts" }),
            "foreign issuer" => _mint.Mint(good with { Issuer = "https://identity.example" }),
            "other certificate" => _mint.Mint(good with { Caller = TestPki.Shared.LeafOf("mail-worker") }),
            "without cnf" => _mint.Mint(good with { Without = ["cnf"] }),
            "without org" => _mint.Mint(good with { Without = ["org"] }),
            _ => "rubbish",
        };
    }
}
