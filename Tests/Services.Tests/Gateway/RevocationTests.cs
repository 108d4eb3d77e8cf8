using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Signet.Testing;
using StackExchange.Redis;

namespace Signet.Services.Tests.Gateway;

/// <summary>With the store of revocations in place, as it is in production.</summary>
public sealed class RevocationTests(RedisStore store) : IClassFixture<RedisStore>, IAsyncLifetime
{
    private GatewayApp _gateway = null!;

    private IConnectionMultiplexer Redis => _gateway.Host.Services.GetRequiredService<IConnectionMultiplexer>();

    public async ValueTask InitializeAsync() =>
        _gateway = await GatewayApp.StartAsync(settings: new Dictionary<string, string> { ["ConnectionStrings:redis"] = store.ConnectionString("gateway") });

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task An_internal_token_serves_until_shortly_before_its_end()
    {
        using var client = _gateway.Client(session: _gateway.Identity.NewSession());
        for (var request = 0; request < 5; request++)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/lists")).StatusCode);
        }

        Assert.Single(_gateway.Identity.Swaps);
        _gateway.Host.Clock.Advance(TimeSpan.FromSeconds(46));
        await client.GetAsync("/api/v1/lists");

        Assert.Equal(2, _gateway.Identity.Swaps.Count);
    }

    [Fact]
    public async Task One_persons_token_serves_nobody_else()
    {
        using var first = _gateway.Client(session: _gateway.Identity.NewSession());
        using var second = _gateway.Client(session: _gateway.Identity.NewSession());
        await first.GetAsync("/api/v1/lists");
        await second.GetAsync("/api/v1/lists");

        Assert.Equal(2, _gateway.Contacts.Requests.Select(request => request.Headers["Authorization"]).Distinct().Count());
    }

    [Fact]
    [Promise(2)]
    public async Task A_revoked_session_is_refused_at_once_and_another_is_not()
    {
        var revoked = _gateway.Identity.NewSession();
        using var client = _gateway.Client(session: revoked);
        using var other = _gateway.Client(session: _gateway.Identity.NewSession());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/lists")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/api/v1/lists")).StatusCode);

        _gateway.Identity.Sessions.TryRemove(revoked, out var session);
        await Redis.GetDatabase().StringSetAsync($"revoked:{session}", "1", TimeSpan.FromSeconds(120));

        await (await client.GetAsync("/api/v1/lists")).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "unauthenticated");
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/api/v1/lists")).StatusCode);
    }

    [Fact]
    public async Task When_the_store_dies_identity_decides_and_requests_go_on()
    {
        var session = _gateway.Identity.NewSession();
        using var client = _gateway.Client(session: session);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/lists")).StatusCode);
        store.Kill();
        try
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/lists")).StatusCode);
            Assert.Equal(2, _gateway.Identity.Swaps.Count);
            _gateway.Identity.Sessions.Clear();

            await (await client.GetAsync("/api/v1/lists")).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "unauthenticated");
        }
        finally
        {
            await store.StartAgainAsync();
        }
    }
}
