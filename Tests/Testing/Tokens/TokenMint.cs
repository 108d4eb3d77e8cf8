using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Signet.ServiceDefaults;

namespace Signet.Testing;

/// <summary>Stands where identity stands: publishes its keys, exchanges tokens, and mints any token that a test asks for.</summary>
public sealed class TokenMint : IAsyncDisposable
{
    private static readonly JsonWebTokenHandler _tokens = new() { SetDefaultTimesOnTokenCreation = false };

    private readonly TimeProvider _clock;
    private volatile ECDsaSecurityKey _key = CreateKey();
    private StandIn? _host;

    private TokenMint(TimeProvider clock) => _clock = clock;

    /// <summary>Where the tested service finds identity.</summary>
    public StandIn Host => _host!;

    /// <summary>How often keys were fetched.</summary>
    public int KeyRequests { get; private set; }

    /// <summary>Exchanges that were asked for: the caller and the audience.</summary>
    public List<(string? Caller, string Audience)> Exchanges { get; } = [];

    /// <summary>Nothing is answered while false.</summary>
    public bool IsUp { get; set; } = true;

    /// <summary>Why an exchange is refused (RFC 6749, 5.2); null: it is not.</summary>
    public string? Refusal { get; set; }

    public static async Task<TokenMint> StartAsync(TimeProvider? clock = null)
    {
        var mint = new TokenMint(clock ?? TimeProvider.System);
        mint._host = await StandIn.StartAsync("identity", mint.Map);
        return mint;
    }

    /// <summary>Signs with a new key from now on.</summary>
    public void RotateKey() => _key = CreateKey();

    /// <summary>A token as identity makes it for the gateway on behalf of a user.</summary>
    public string Token(string audience, TestUser user, X509Certificate2 caller, params string[] permissions) =>
        Mint(new(audience, user, caller) { Permissions = permissions });

    public string Mint(TokenOrder order)
    {
        var now = _clock.GetUtcNow();
        var claims = new Dictionary<string, object>
        {
            ["sub"] = order.User.UserId.ToString(),
            [InternalToken.Organization] = order.User.OrganizationId.ToString(),
            [InternalToken.Session] = order.User.SessionId.ToString(),
            [InternalToken.Scope] = string.Join(' ', order.Permissions),
            [InternalToken.Confirmation] = new Dictionary<string, string> { [InternalToken.ConfirmationThumbprint] = TlsMaterial.ThumbprintOf(order.Caller) },
            ["jti"] = Guid.CreateVersion7(now).ToString(),
        };
        if (order.Locale is not null) claims[InternalToken.Locale] = order.Locale;
        if (order.Actor is not null) claims[InternalToken.Actor] = new Dictionary<string, string> { ["sub"] = order.Actor };
        foreach (var claim in order.Without) claims.Remove(claim);
        return _tokens.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = order.Issuer,
            Audience = order.Audience,
            IssuedAt = (now + order.Age).UtcDateTime,
            NotBefore = (now + order.Age).UtcDateTime,
            Expires = (now + order.Age + order.Lifetime).UtcDateTime,
            Claims = claims,
            SigningCredentials = order.Unsigned ? null : new SigningCredentials(order.Forged ? ForgedKey() : _key, SecurityAlgorithms.EcdsaSha256),
        });
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private void Map(WebApplication app)
    {
        app.Use(async (context, next) =>
        {
            if (IsUp) await next();
            else context.Abort();
        });
        app.MapGet("/internal/keys", () =>
        {
            KeyRequests++;
            var key = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(_key);
            return Results.Json(new { keys = new[] { new { kty = key.Kty, crv = key.Crv, x = key.X, y = key.Y, kid = key.Kid, use = "sig", alg = "ES256" } } });
        });
        app.MapPost("/internal/tokens", async (HttpContext context) =>
        {
            if (Refusal is { } refusal) return Results.Json(new { error = refusal }, statusCode: StatusCodes.Status400BadRequest);
            var form = await context.Request.ReadFormAsync();
            var subject = _tokens.ReadJsonWebToken(form["subject_token"]);
            var caller = context.CallerName();
            lock (Exchanges) Exchanges.Add((caller, form["audience"]!));
            var user = new TestUser(Guid.Parse(subject.GetClaim("org").Value), Guid.Parse(subject.Subject), Guid.Parse(subject.GetClaim("sid").Value));
            var token = Mint(new(form["audience"]!, user, context.Connection.ClientCertificate!) { Permissions = subject.GetClaim("scope").Value.Split(' '), Actor = caller });
            return Results.Json(new { access_token = token, issued_token_type = "urn:ietf:params:oauth:token-type:jwt", token_type = "Bearer", expires_in = 60, sid = user.SessionId });
        });
    }

    /// <summary>The right key id, another key.</summary>
    private ECDsaSecurityKey ForgedKey()
    {
        var key = CreateKey();
        key.KeyId = _key.KeyId;
        return key;
    }

    private static ECDsaSecurityKey CreateKey() =>
        new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = Convert.ToHexString(RandomNumberGenerator.GetBytes(8)) };
}

/// <summary>What is to be minted; everything that is not said is right.</summary>
public sealed record TokenOrder(string Audience, TestUser User, X509Certificate2 Caller)
{
    public IReadOnlyList<string> Permissions { get; init; } = [];

    public string Issuer { get; init; } = InternalToken.Issuer;

    public string? Actor { get; init; }

    /// <summary>"de-DE"; null leaves the claim out.</summary>
    public string? Locale { get; init; }

    /// <summary>How far from now it was made; negative is in the past.</summary>
    public TimeSpan Age { get; init; }

    public TimeSpan Lifetime { get; init; } = InternalToken.Lifetime;

    /// <summary>Signed with a key that is not the mint's, under the mint's key id.</summary>
    public bool Forged { get; init; }

    /// <summary><c>alg: none</c>.</summary>
    public bool Unsigned { get; init; }

    /// <summary>Claims to leave out.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];
}

/// <summary>Somebody who is signed in.</summary>
public sealed record TestUser(Guid OrganizationId, Guid UserId, Guid SessionId)
{
    /// <summary>A new person in a new organisation.</summary>
    public static TestUser Create() => new(NewId(), NewId(), NewId());

    /// <summary>Another person of the same organisation.</summary>
    public TestUser Colleague() => this with { UserId = NewId(), SessionId = NewId() };

    private static Guid NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
}
