using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Signet.Contracts;
using Signet.Identity.Data;
using Signet.Identity.Keys;
using Signet.Identity.Organizations;
using Signet.Identity.SignIn;
using Signet.Identity.Users;
using Signet.ServiceDefaults;
using Signet.Testing;

namespace Signet.Services.Tests.Identity;

/// <summary>The identity service with its own database, and the verbs of its tests. Nobody answers at its Redis: it must do without.</summary>
public sealed class IdentityApp(PostgresServer postgres) : IAsyncLifetime
{
    public const string Password = "correct horse battery staple";
    public const string ClientSecret = "a secret of the test run, long enough";
    public const string PublicUrl = "https://signet.localhost:8443";
    public const string SignInUrl = "https://id.signet.localhost:8443";

    private readonly Dictionary<string, string> passwordHashes = [];
    private TestDatabase? database;
    private ServiceHost<KeyRing>? host;

    public ServiceHost<KeyRing> Host => host!;

    public TestDatabase Database => database!;

    public FakeTimeProvider Clock => Host.Clock;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.CreateDatabaseAsync("identity", Order().MigrateAsync<KeyRing>);
        host = (Order() with { Database = database }).Start<KeyRing>();
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    public static ServiceOrder Order() => new("identity")
    {
        Callers = "apphost,gateway,contacts,mail-worker",
        Settings = new Dictionary<string, string>
        {
            ["ConnectionStrings:redis"] = "localhost:1,user=identity,password=none",
            ["Signet:PublicUrl"] = PublicUrl,
            ["Signet:SignInUrl"] = SignInUrl,
            ["Signet:WebClientSecret"] = ClientSecret,
            // The clock of these tests stands still; RefusalPaceTests move one.
            ["SignIn:RefusalTakes"] = "00:00:00",
        },
    };

    /// <summary>A new user; of a new organisation unless one is named.</summary>
    public async Task<Person> AddPersonAsync(Guid? organization = null, string? email = null, IReadOnlyList<string>? permissions = null, string password = Password)
    {
        var now = TimeProvider.System.GetUtcNow();
        var organizationId = organization ?? Guid.CreateVersion7(now);
        var userId = Guid.CreateVersion7(now);
        email ??= $"user-{userId:N}@example.com";
        var hash = await HashOf(password);
        await InTenantAsync(organizationId, async db =>
        {
            if (organization is null)
                db.Organizations.Add(new Organization { Id = organizationId, Name = $"Org {organizationId:N}"[..16], CreatedAt = now });
            db.Users.Add(new User { OrganizationId = organizationId, Id = userId, Email = email, DisplayName = "Test Person", PasswordHash = hash, Permissions = [.. permissions ?? Permissions.All], CreatedAt = now });
            db.Set<SignInAddress>().Add(new SignInAddress { AddressHash = MailAddress.Hash(email), OrganizationId = organizationId, UserId = userId });
            await db.SaveChangesAsync();
        });
        return new Person(organizationId, userId, email);
    }

    /// <summary>Works in the database as the service would for this organisation.</summary>
    public async Task<T> InTenantAsync<T>(Guid organization, Func<IdentityDb, Task<T>> work)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Become(organization);
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        return await db.TransactAsync(_ => work(db), CancellationToken.None);
    }

    public Task InTenantAsync(Guid organization, Func<IdentityDb, Task> work) => InTenantAsync(organization, async db =>
    {
        await work(db);
        return true;
    });

    public Task<List<AuditEntry>> AuditOfAsync(Person person) =>
        InTenantAsync(person.OrganizationId, db => db.Set<AuditEntry>().AsNoTracking().OrderBy(entry => entry.Id).ToListAsync());

    /// <summary>Days go by, and with them the refreshes of keys that would have taken place.</summary>
    public async Task AdvanceAsync(TimeSpan time)
    {
        Clock.Advance(time);
        await using var scope = Host.Services.CreateAsyncScope();
        Host.Services.GetRequiredService<KeyRing>().Replace(await scope.ServiceProvider.GetRequiredService<KeyStore>().LoadAsync(CancellationToken.None));
    }

    /// <summary>A browser at the sign-in origin, as the gateway passes it on.</summary>
    public Browser OpenBrowser() => new(Host.ClientOf("gateway"));

    /// <summary>The whole way from the authorization request to the opaque token.</summary>
    public async Task<string> SignInAsync(Person person)
    {
        using var browser = OpenBrowser();
        return await browser.SignInAsync(person.Email, Password);
    }

    public Task<Exchanged> SwapSessionAsync(string token, string audience = "identity") =>
        ExchangeAsync("gateway", token, "urn:ietf:params:oauth:token-type:access_token", audience);

    public Task<Exchanged> SwapAccessTokenAsync(string token, string audience = "identity") =>
        ExchangeAsync("gateway", token, "urn:signet:params:oauth:token-type:pat", audience);

    public Task<Exchanged> ExchangeJwtAsync(string caller, string token, string audience) =>
        ExchangeAsync(caller, token, "urn:ietf:params:oauth:token-type:jwt", audience);

    public async Task<Exchanged> ExchangeAsync(string caller, string token, string type, string audience)
    {
        using var client = Host.ClientOf(caller);
        using var response = await client.PostAsync("/internal/tokens", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "urn:ietf:params:oauth:grant-type:token-exchange",
            ["subject_token"] = token,
            ["subject_token_type"] = type,
            ["audience"] = audience,
        }));
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        return new Exchanged((int)response.StatusCode, body);
    }

    /// <summary>The API as the gateway calls it for somebody who signed in.</summary>
    public async Task<HttpClient> ApiOfAsync(Person person) => Host.ClientOf("gateway", (await SwapSessionAsync(await SignInAsync(person))).Token);

    public static string ThumbprintOf(string caller)
    {
        var certificate = TestPki.Shared.LeafOf(caller);
        return System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(certificate.RawData));
    }

    private async Task<string> HashOf(string password)
    {
        if (!passwordHashes.TryGetValue(password, out var hash))
            passwordHashes[password] = hash = await Host.Services.GetRequiredService<PasswordHasher>().HashAsync(password, CancellationToken.None);
        return hash;
    }
}

public sealed record Person(Guid OrganizationId, Guid UserId, string Email);

/// <summary>The answer of the token exchange.</summary>
public sealed record Exchanged(int Status, JsonElement Body)
{
    public string Token => Body.GetProperty("access_token").GetString()!;

    public string? Error => Body.TryGetProperty("error", out var error) ? error.GetString() : null;

    public JsonElement Claims => JsonSerializer.Deserialize<JsonElement>(System.Buffers.Text.Base64Url.DecodeFromChars(Token.Split('.')[1]));
}
