using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Signet.Contracts;
using Signet.Identity.Keys;
using Signet.Identity.Tokens;
using Signet.ServiceDefaults;

namespace Signet.Services.Tests.Identity;

public sealed class TokenExchangeTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    [Fact]
    public async Task An_internal_token_lives_a_minute_and_is_bound_to_the_callers_certificate()
    {
        var swapped = await app.SwapSessionAsync(await app.SignInAsync(await app.AddPersonAsync()), "contacts");

        Assert.Equal("Bearer", swapped.Body.GetProperty("token_type").GetString());
        Assert.Equal(60, swapped.Body.GetProperty("expires_in").GetInt32());
        Assert.Equal(swapped.Body.GetProperty("sid").GetString(), swapped.Claims.GetProperty("sid").GetString());
        Assert.Equal(InternalToken.Issuer, swapped.Claims.GetProperty("iss").GetString());
        Assert.Equal(60, swapped.Claims.GetProperty("exp").GetInt64() - swapped.Claims.GetProperty("iat").GetInt64());
        Assert.Equal(IdentityApp.ThumbprintOf("gateway"), swapped.Claims.GetProperty("cnf").GetProperty("x5t#S256").GetString());
        Assert.Equal(Permissions.All, swapped.Claims.GetProperty("scope").GetString()!.Split(' '));
        Assert.False(swapped.Claims.TryGetProperty("act", out _));
        Assert.NotEmpty(swapped.Claims.GetProperty("jti").GetString()!);
    }

    [Fact]
    public async Task A_service_exchanges_the_token_it_received_and_stands_in_act()
    {
        var person = await app.AddPersonAsync();
        var received = (await app.SwapSessionAsync(await app.SignInAsync(person), "mail-worker")).Token;

        var onward = await app.ExchangeJwtAsync("mail-worker", received, "contacts");
        Assert.Equal(200, onward.Status);
        Assert.Equal("""{"sub":"mail-worker"}""", onward.Claims.GetProperty("act").GetRawText());
        Assert.Equal(IdentityApp.ThumbprintOf("mail-worker"), onward.Claims.GetProperty("cnf").GetProperty("x5t#S256").GetString());
        Assert.Equal(person.UserId.ToString(), onward.Claims.GetProperty("sub").GetString());

        var further = await app.ExchangeJwtAsync("contacts", onward.Token, "crm-connector");
        Assert.Equal("""{"sub":"contacts","act":{"sub":"mail-worker"}}""", further.Claims.GetProperty("act").GetRawText());
    }

    [Fact]
    public async Task A_token_for_somebody_else_is_not_exchanged()
    {
        var received = (await app.SwapSessionAsync(await app.SignInAsync(await app.AddPersonAsync()), "mail-worker")).Token;
        Assert.Equal("invalid_grant", (await app.ExchangeJwtAsync("contacts", received, "crm-connector")).Error);
        Assert.Equal(200, (await app.ExchangeJwtAsync("mail-worker", received, "contacts")).Status);
    }

    [Fact]
    public async Task Forged_expired_and_foreign_tokens_are_not_exchanged()
    {
        var person = await app.AddPersonAsync();
        var received = (await app.SwapSessionAsync(await app.SignInAsync(person), "mail-worker")).Token;
        var parts = received.Split('.');
        var tampered = $"{parts[0]}.{parts[1][..^2]}{(parts[1][^2] == 'A' ? 'B' : 'A')}{parts[1][^1]}.{parts[2]}";
        var unsigned = $"{Base64Url("""{"alg":"none","typ":"at+jwt"}""")}.{parts[1]}.";

        Assert.Equal("invalid_grant", (await app.ExchangeJwtAsync("mail-worker", tampered, "contacts")).Error);
        Assert.Equal("invalid_grant", (await app.ExchangeJwtAsync("mail-worker", unsigned, "contacts")).Error);
        Assert.Equal("invalid_grant", (await app.ExchangeJwtAsync("mail-worker", ForeignToken(person), "contacts")).Error);
        Assert.Equal("invalid_grant", (await app.ExchangeJwtAsync("mail-worker", "not a token", "contacts")).Error);
        Assert.Equal(200, (await app.ExchangeJwtAsync("mail-worker", received, "contacts")).Status);

        app.Clock.Advance(InternalToken.Lifetime + InternalToken.ClockSkew);
        Assert.Equal("invalid_grant", (await app.ExchangeJwtAsync("mail-worker", received, "contacts")).Error);
    }

    [Fact]
    public async Task Only_the_gateway_shows_outside_credentials_and_only_services_internal_ones()
    {
        var session = await app.SignInAsync(await app.AddPersonAsync());
        const string AccessToken = "urn:ietf:params:oauth:token-type:access_token";
        Assert.Equal("invalid_request", (await app.ExchangeAsync("contacts", session, AccessToken, "crm-connector")).Error);
        Assert.Equal("invalid_request", (await app.ExchangeAsync("contacts", "sgp_x", "urn:signet:params:oauth:token-type:pat", "crm-connector")).Error);
        var swapped = await app.SwapSessionAsync(session, "contacts");
        Assert.Equal("invalid_request", (await app.ExchangeJwtAsync("gateway", swapped.Token, "mail-worker")).Error);
        Assert.Equal(200, swapped.Status);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("gateway")]
    [InlineData("postgres")]
    public async Task An_unknown_audience_is_an_invalid_target(string audience)
    {
        var session = await app.SignInAsync(await app.AddPersonAsync());
        Assert.Equal("invalid_target", (await app.SwapSessionAsync(session, audience)).Error);
        Assert.Equal(200, (await app.SwapSessionAsync(session, "contacts")).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.")]
    public async Task What_is_no_session_is_refused(string token)
    {
        var refused = await app.SwapSessionAsync(token);
        Assert.Equal(400, refused.Status);
        Assert.Contains(refused.Error, new[] { "invalid_grant", "invalid_request" });
    }

    [Fact]
    public async Task A_request_that_is_no_exchange_says_what_is_missing()
    {
        using var gateway = app.Host.ClientOf("gateway");
        using var json = await gateway.PostAsJsonAsync("/internal/tokens", new { grant_type = "x" });
        Assert.Equal("invalid_request", (await json.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString());
        using var other = await gateway.PostAsync("/internal/tokens", new FormUrlEncodedContent([KeyValuePair.Create("grant_type", "password")]));
        Assert.Equal("unsupported_grant_type", (await other.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString());
        using var twice = await gateway.PostAsync("/internal/tokens", new FormUrlEncodedContent(
        [
            KeyValuePair.Create("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange"), KeyValuePair.Create("subject_token", "a"), KeyValuePair.Create("subject_token", "b"),
            KeyValuePair.Create("subject_token_type", "urn:ietf:params:oauth:token-type:access_token"), KeyValuePair.Create("audience", "contacts"),
        ]));
        Assert.Equal("invalid_request", (await twice.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString());
        Assert.Equal("no-store", twice.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task The_exchange_never_gives_more_than_the_user_may_today()
    {
        var person = await app.AddPersonAsync(permissions: [Permissions.ProfileRead, Permissions.ContactsRead]);
        var swapped = await app.SwapSessionAsync(await app.SignInAsync(person), "mail-worker");
        Assert.Equal("profile.read contacts.read", swapped.Claims.GetProperty("scope").GetString());

        await app.InTenantAsync(person.OrganizationId, async db =>
        {
            var user = db.Users.Single(row => row.Id == person.UserId);
            user.Permissions = [Permissions.ProfileRead];
            await db.SaveChangesAsync();
        });
        Assert.Equal("profile.read", (await app.ExchangeJwtAsync("mail-worker", swapped.Token, "contacts")).Claims.GetProperty("scope").GetString());
    }

    [Fact]
    public async Task Services_find_the_public_key_of_every_token_and_nothing_private()
    {
        var swapped = await app.SwapSessionAsync(await app.SignInAsync(await app.AddPersonAsync()), "contacts");
        using var contacts = app.Host.ClientOf("contacts");
        var body = await contacts.GetStringAsync("/internal/keys");
        var keys = JsonSerializer.Deserialize<JsonElement>(body).GetProperty("keys").EnumerateArray().ToList();
        var kid = JsonSerializer.Deserialize<JsonElement>(System.Buffers.Text.Base64Url.DecodeFromChars(swapped.Token.Split('.')[0])).GetProperty("kid").GetString();

        Assert.Contains(keys, key => key.GetProperty("kid").GetString() == kid && key.GetProperty("alg").GetString() == "ES256");
        Assert.All(keys, key => Assert.False(key.TryGetProperty("d", out _)));
    }

    [Fact]
    public async Task A_token_opens_the_api_only_with_the_certificate_it_was_made_for()
    {
        var token = (await app.SwapSessionAsync(await app.SignInAsync(await app.AddPersonAsync()))).Token;
        using var gateway = app.Host.ClientOf("gateway", token);
        using var thief = app.Host.ClientOf("contacts", token);
        Assert.Equal(HttpStatusCode.OK, (await gateway.GetAsync("/api/v1/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await thief.GetAsync("/api/v1/me")).StatusCode);
    }

    /// <summary>Right in everything, signed by a key ring that is not identity's.</summary>
    private string ForeignToken(Person person)
    {
        var clock = app.Clock;
        var ring = new KeyRing(clock);
        var now = clock.GetUtcNow();
        var (secret, point) = KeyMaterial.Create(KeyPurpose.InternalTokens);
        var kid = app.Host.Services.GetRequiredService<KeyRing>().Current(KeyPurpose.InternalTokens).Id;
        ring.Replace([KeyMaterial.From(new KeyRecord { Id = kid, Purpose = KeyPurpose.InternalTokens, ActivatesAt = now, RetiresAt = now.AddDays(1), ExpiresAt = now.AddDays(1), PublicPoint = point, WrappedSecret = [] }, secret)]);
        return new InternalTokens(ring, clock).Create(new Subject(person.OrganizationId, person.UserId, Guid.CreateVersion7(now), Permissions.All, "de-DE"), "mail-worker", "x");
    }

    private static string Base64Url(string text) => System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(text));
}
