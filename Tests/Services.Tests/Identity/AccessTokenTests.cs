using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Signet.Contracts;
using Signet.Identity.AccessTokens;

namespace Signet.Services.Tests.Identity;

public sealed class AccessTokenTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    private static readonly CreateAccessTokenRequest Valid = new("Script", [Permissions.ProfileRead, Permissions.ListsRead], 30);

    [Fact]
    public async Task A_token_is_shown_once_and_only_its_hash_is_kept()
    {
        var person = await app.AddPersonAsync();
        using var api = await app.ApiOfAsync(person);
        var made = await CreateAsync(api, Valid);

        Assert.StartsWith("sgp_", made.Token, StringComparison.Ordinal);
        Assert.True(AccessTokenSecret.IsWellFormed(made.Token));
        var list = await api.GetStringAsync("/api/v1/access-tokens");
        Assert.Contains(made.AccessToken.Id.ToString(), list, StringComparison.Ordinal);
        Assert.DoesNotContain(made.Token, list, StringComparison.Ordinal);
        Assert.False(app.Host.Logs.Contains(made.Token));
        Assert.DoesNotContain(await app.AuditOfAsync(person), entry => entry.Facts.Contains(made.Token, StringComparison.Ordinal));
        Assert.Contains(await app.AuditOfAsync(person), entry => entry.Action == "access-token.created" && entry.SubjectId == made.AccessToken.Id);
    }

    [Fact]
    public async Task A_token_does_what_its_scopes_and_its_owner_both_allow()
    {
        var person = await app.AddPersonAsync();
        using var api = await app.ApiOfAsync(person);
        var made = await CreateAsync(api, Valid);

        var swapped = await app.SwapAccessTokenAsync(made.Token);
        Assert.Equal("profile.read lists.read", swapped.Claims.GetProperty("scope").GetString());
        Assert.Equal(made.AccessToken.Id.ToString(), swapped.Claims.GetProperty("sid").GetString());

        await app.InTenantAsync(person.OrganizationId, async db =>
        {
            var user = db.Users.Single(row => row.Id == person.UserId);
            user.Permissions = [Permissions.ListsRead];
            await db.SaveChangesAsync();
        });
        Assert.Equal("lists.read", (await app.SwapAccessTokenAsync(made.Token)).Claims.GetProperty("scope").GetString());
    }

    [Fact]
    public async Task A_missing_scope_is_forbidden()
    {
        using var api = await app.ApiOfAsync(await app.AddPersonAsync());
        var made = await CreateAsync(api, Valid with { Scopes = [Permissions.ListsRead] });
        using var client = app.Host.ClientOf("gateway", (await app.SwapAccessTokenAsync(made.Token)).Token);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/api/v1/me")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync("/api/v1/me")).StatusCode);
    }

    [Fact]
    public async Task A_revoked_token_is_refused_and_leaves_the_list()
    {
        using var api = await app.ApiOfAsync(await app.AddPersonAsync());
        var made = await CreateAsync(api, Valid);
        var kept = await CreateAsync(api, Valid);
        Assert.Equal(HttpStatusCode.NoContent, (await api.DeleteAsync($"/api/v1/access-tokens/{made.AccessToken.Id}")).StatusCode);

        Assert.Equal("invalid_grant", (await app.SwapAccessTokenAsync(made.Token)).Error);
        Assert.Equal(200, (await app.SwapAccessTokenAsync(kept.Token)).Status);
        var list = await api.GetFromJsonAsync<AccessTokensResponse>("/api/v1/access-tokens");
        Assert.Equal([kept.AccessToken.Id], list!.Items.Select(item => item.Id));
        await AssertProblemAsync(await api.DeleteAsync($"/api/v1/access-tokens/{made.AccessToken.Id}"), 404, "access-token-not-found");
    }

    [Fact]
    public async Task A_token_that_a_service_already_holds_is_not_exchanged_after_the_revocation()
    {
        using var api = await app.ApiOfAsync(await app.AddPersonAsync());
        var made = await CreateAsync(api, Valid);
        var held = (await app.SwapAccessTokenAsync(made.Token, "mail-worker")).Token;
        Assert.Equal(200, (await app.ExchangeJwtAsync("mail-worker", held, "contacts")).Status);
        await api.DeleteAsync($"/api/v1/access-tokens/{made.AccessToken.Id}");
        Assert.Equal("invalid_grant", (await app.ExchangeJwtAsync("mail-worker", held, "contacts")).Error);
    }

    [Fact]
    public async Task A_token_ends_at_its_time()
    {
        using var api = await app.ApiOfAsync(await app.AddPersonAsync());
        var made = await CreateAsync(api, Valid with { ExpiresInDays = 1 });
        app.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromMinutes(1));
        Assert.Equal(200, (await app.SwapAccessTokenAsync(made.Token)).Status);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("invalid_grant", (await app.SwapAccessTokenAsync(made.Token)).Error);
    }

    [Fact]
    public async Task Use_is_noted_coarsely()
    {
        var person = await app.AddPersonAsync();
        using var api = await app.ApiOfAsync(person);
        var made = await CreateAsync(api, Valid);
        Assert.Null(made.AccessToken.LastUsedAt);

        await app.SwapAccessTokenAsync(made.Token);
        var first = await LastUseAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.SwapAccessTokenAsync(made.Token);
        Assert.Equal(first, await LastUseAsync());
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await app.SwapAccessTokenAsync(made.Token);
        Assert.True(await LastUseAsync() > first);

        Task<DateTimeOffset?> LastUseAsync() => app.InTenantAsync(person.OrganizationId, db => db.AccessTokens.Where(token => token.Id == made.AccessToken.Id).Select(token => token.LastUsedAt).SingleAsync());
    }

    [Theory]
    [InlineData("sgp_")]
    [InlineData("sgp_" + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("ghp_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_is_no_token_is_refused(string token) => Assert.NotEqual(200, (await app.SwapAccessTokenAsync(token)).Status);

    [Fact]
    public async Task A_well_formed_token_that_nobody_made_is_refused() =>
        Assert.Equal("invalid_grant", (await app.SwapAccessTokenAsync(AccessTokenSecret.Create())).Error);

    [Fact]
    public async Task Every_fault_of_a_request_is_named_at_its_field()
    {
        using var api = await app.ApiOfAsync(await app.AddPersonAsync(permissions: [Permissions.ProfileRead, Permissions.TokensManage]));
        var problem = await AssertProblemAsync(
            await api.PostAsJsonAsync("/api/v1/access-tokens", new CreateAccessTokenRequest("a\u202Eb", [Permissions.ContactsWrite], 366)), 400, "validation-failed");
        Assert.Equal(["expiresInDays", "name", "scopes"], problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order());
    }

    [Theory]
    [InlineData("", "lists.read", 30)]
    [InlineData("   ", "lists.read", 30)]
    [InlineData("a\u0000b", "lists.read", 30)]
    [InlineData("fine", "nonsense", 30)]
    [InlineData("fine", "tokens.manage", 30)]
    [InlineData("fine", "lists.read", 0)]
    [InlineData("fine", "lists.read", -1)]
    public async Task A_request_with_a_fault_makes_nothing(string name, string scope, int days)
    {
        using var api = await app.ApiOfAsync(await app.AddPersonAsync());
        await AssertProblemAsync(await api.PostAsJsonAsync("/api/v1/access-tokens", new CreateAccessTokenRequest(name, [scope], days)), 400, "validation-failed");
        Assert.Empty((await api.GetFromJsonAsync<AccessTokensResponse>("/api/v1/access-tokens"))!.Items);
    }

    [Fact]
    public async Task Names_may_have_sixty_four_characters_and_no_more()
    {
        using var api = await app.ApiOfAsync(await app.AddPersonAsync());
        await CreateAsync(api, Valid with { Name = new string('n', 64) });
        await AssertProblemAsync(await api.PostAsJsonAsync("/api/v1/access-tokens", Valid with { Name = new string('n', 65) }), 400, "validation-failed");
    }

    [Fact]
    public async Task Nobody_sees_or_revokes_the_tokens_of_others()
    {
        var owner = await app.AddPersonAsync();
        var colleague = await app.AddPersonAsync(owner.OrganizationId);
        var stranger = await app.AddPersonAsync();
        using var api = await app.ApiOfAsync(owner);
        var made = await CreateAsync(api, Valid);
        foreach (var other in new[] { colleague, stranger })
        {
            using var theirs = await app.ApiOfAsync(other);
            Assert.Empty((await theirs.GetFromJsonAsync<AccessTokensResponse>("/api/v1/access-tokens"))!.Items);
            await AssertProblemAsync(await theirs.DeleteAsync($"/api/v1/access-tokens/{made.AccessToken.Id}"), 404, "access-token-not-found");
        }

        Assert.Equal(200, (await app.SwapAccessTokenAsync(made.Token)).Status);
    }

    [Fact]
    public async Task A_token_cannot_make_tokens()
    {
        using var api = await app.ApiOfAsync(await app.AddPersonAsync());
        var made = await CreateAsync(api, Valid);
        using var client = app.Host.ClientOf("gateway", (await app.SwapAccessTokenAsync(made.Token)).Token);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsJsonAsync("/api/v1/access-tokens", Valid)).StatusCode);
    }

    [Fact]
    public async Task Fifty_tokens_are_the_limit_also_for_parallel_requests()
    {
        var person = await app.AddPersonAsync();
        using var api = await app.ApiOfAsync(person);
        var now = app.Clock.GetUtcNow();
        await app.InTenantAsync(person.OrganizationId, async db =>
        {
            db.AccessTokens.AddRange(Enumerable.Range(0, AccessTokensApi.MaxTokens - 1).Select(number => new AccessToken
            {
                OrganizationId = person.OrganizationId, Id = Guid.CreateVersion7(now), UserId = person.UserId, Name = $"{number}", CreatedAt = now, ExpiresAt = now.AddDays(1),
            }));
            await db.SaveChangesAsync();
        });
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => api.PostAsJsonAsync("/api/v1/access-tokens", Valid)));
        Assert.Equal([201, 409, 409, 409], answers.Select(answer => (int)answer.StatusCode).Order());
    }

    private static async Task<CreatedAccessTokenResponse> CreateAsync(HttpClient api, CreateAccessTokenRequest request)
    {
        using var response = await api.PostAsJsonAsync("/api/v1/access-tokens", request);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<CreatedAccessTokenResponse>())!;
    }

    private static async Task<JsonElement> AssertProblemAsync(HttpResponseMessage response, int status, string code)
    {
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((status, code), ((int)response.StatusCode, problem.GetProperty("code").GetString()));
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        Assert.True(problem.TryGetProperty("traceId", out _));
        return problem;
    }
}
