using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Signet.ServiceDefaults;
using Signet.Testing;

namespace Signet.Services.Tests.ServiceDefaults;

public sealed class ServiceClientTests : IAsyncLifetime
{
    private static readonly JsonWebTokenHandler _tokens = new();

    private readonly TestUser _user = TestUser.Create();
    private readonly List<string> _requests = [];
    private TokenMint _mint = null!;
    private StandIn _contacts = null!;
    private ProbeService _probe = null!;
    private HttpClient _client = null!;
    private int _failures;

    public async ValueTask InitializeAsync()
    {
        _mint = await TokenMint.StartAsync();
        _contacts = await StandIn.StartAsync("contacts", app => app.MapMethods("/echo", ["GET", "POST"], Echo));
        _probe = await ProbeService.StartAsync(
            new ServiceOrder("probe") { Others = [_mint.Host, _contacts] },
            app =>
            {
                app.MapGet("/relay", (ContactsClient contacts, CancellationToken cancel) => contacts.EchoAsync(HttpMethod.Get, cancel)).RequirePermission("notes.read");
                app.MapPost("/relay", (ContactsClient contacts, CancellationToken cancel) => contacts.EchoAsync(HttpMethod.Post, cancel)).RequirePermission("notes.read");
            },
            builder => builder.AddServiceClient<ContactsClient>("contacts"));
        _client = _probe.ClientFor(_mint, _user, "notes.read");
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _probe.DisposeAsync();
        await _contacts.DisposeAsync();
        await _mint.DisposeAsync();
    }

    [Fact]
    public async Task A_call_acts_for_the_user_with_a_token_for_that_service_and_this_certificate()
    {
        var seen = await _client.GetFromJsonAsync<Seen>("/relay", TestContext.Current.CancellationToken);

        var token = _tokens.ReadJsonWebToken(seen!.Token);
        Assert.Equal("probe", seen.Caller);
        Assert.Equal(["contacts"], token.Audiences);
        Assert.Equal(_user.UserId.ToString(), token.Subject);
        Assert.Equal("probe", token.GetPayloadValue<JsonElement>("act").GetProperty("sub").GetString());
        Assert.Equal(seen.Thumbprint, token.GetPayloadValue<JsonElement>("cnf").GetProperty("x5t#S256").GetString());
        Assert.StartsWith("00-", seen.TraceParent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_exchange_is_asked_for_once_while_its_token_lives()
    {
        for (var call = 0; call < 3; call++) await _client.GetFromJsonAsync<Seen>("/relay", TestContext.Current.CancellationToken);
        Assert.Single(_mint.Exchanges);
    }

    [Fact]
    public async Task After_a_renewal_token_and_connection_are_of_the_new_certificate()
    {
        var before = await _client.GetFromJsonAsync<Seen>("/relay", TestContext.Current.CancellationToken);
        TestPki.Replace(TestPki.Shared.Service("probe"), TestPki.Shared.ServiceLeaf("probe"));
        _probe.Order.Clock.Advance(TimeSpan.FromSeconds(2));

        var after = await _client.GetFromJsonAsync<Seen>("/relay", TestContext.Current.CancellationToken);

        Assert.NotEqual(before!.Thumbprint, after!.Thumbprint);
        Assert.Equal(after.Thumbprint, _tokens.ReadJsonWebToken(after.Token).GetPayloadValue<JsonElement>("cnf").GetProperty("x5t#S256").GetString());
        Assert.Equal(2, _mint.Exchanges.Count);
    }

    [Fact]
    public async Task A_write_is_sent_once_even_when_it_fails()
    {
        _failures = 1;
        using var answer = await _client.PostAsync("/relay", null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(["POST"], _requests);
    }

    [Theory]
    [InlineData("invalid_grant", HttpStatusCode.Unauthorized, "unauthenticated")]
    [InlineData("invalid_target", HttpStatusCode.ServiceUnavailable, "service-unavailable")]
    public async Task A_session_that_ended_meanwhile_is_no_sign_in_and_another_refusal_is_a_fault_of_ours(string refusal, HttpStatusCode status, string code)
    {
        _mint.Refusal = refusal;
        using var answer = await _client.PostAsync("/relay", null, TestContext.Current.CancellationToken);
        await InternalTokenTests.AssertProblemAsync(answer, status, code);
        Assert.Empty(_requests);
    }

    private IResult Echo(HttpContext context)
    {
        lock (_requests) _requests.Add(context.Request.Method);
        if (_failures-- > 0) return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        return Results.Json(new Seen(context.CallerName()!, context.CallerThumbprint()!, context.Request.Headers.Authorization.ToString()["Bearer ".Length..], context.Request.Headers.TraceParent.ToString()));
    }

    private sealed record Seen(string Caller, string Thumbprint, string Token, string TraceParent);

    private sealed class ContactsClient(HttpClient http)
    {
        public async Task<Seen?> EchoAsync(HttpMethod method, CancellationToken cancel)
        {
            using var request = new HttpRequestMessage(method, "/echo");
            using var answer = await http.SendAsync(request, cancel);
            answer.EnsureSuccessStatusCode();
            return await answer.Content.ReadFromJsonAsync<Seen>(cancel);
        }
    }
}
