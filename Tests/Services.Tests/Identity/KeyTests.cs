using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Signet.Identity.Data;
using Signet.Identity.Keys;
using Signet.Testing;

namespace Signet.Services.Tests.Identity;

public sealed class KeyTests(IdentityApp app, PostgresServer postgres) : IClassFixture<IdentityApp>
{
    [Fact]
    public async Task A_signing_key_is_announced_used_retired_and_forgotten_in_turn()
    {
        var start = await LoadAsync();
        var first = Assert.Single(start, key => key.Purpose == KeyPurpose.InternalTokens);
        Assert.True(first.SignsAt(app.Clock.GetUtcNow()));

        app.Clock.Advance(TimeSpan.FromDays(29) + TimeSpan.FromMinutes(1));
        var announced = (await LoadAsync()).Where(key => key.Purpose == KeyPurpose.InternalTokens).ToList();
        var second = Assert.Single(announced, key => key.Id != first.Id);
        Assert.Equal((true, false), (first.SignsAt(app.Clock.GetUtcNow()), second.SignsAt(app.Clock.GetUtcNow())));
        Assert.Equal(2, (await LoadAsync()).Count(key => key.Purpose == KeyPurpose.InternalTokens));

        app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal((false, true), (first.SignsAt(app.Clock.GetUtcNow()), second.SignsAt(app.Clock.GetUtcNow())));
        Assert.True(first.IsAcceptedAt(app.Clock.GetUtcNow()));

        app.Clock.Advance(TimeSpan.FromHours(1));
        Assert.DoesNotContain(await LoadAsync(), key => key.Id == first.Id);
    }

    [Fact]
    public async Task Replicas_that_start_together_make_one_key_of_each_purpose()
    {
        var database = await postgres.CreateDatabaseAsync("identity");
        var hosts = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => (IdentityApp.Order() with { Database = database }).Start<KeyRing>())));
        var rings = hosts.Select(host => host.Services.GetRequiredService<KeyRing>()).ToList();
        foreach (var purpose in Enum.GetValues<KeyPurpose>())
            Assert.Single(rings.Select(ring => ring.Current(purpose).Id).Distinct());
        foreach (var host in hosts)
            await host.DisposeAsync();
    }

    [Fact]
    public async Task A_wrapped_key_opens_only_as_what_it_is()
    {
        await LoadAsync();
        await using var scope = app.Host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DirectoryDb>();
        var records = await db.Keys.AsNoTracking().ToListAsync();
        // The newest of each purpose: other tests move the clock, and keys that are over are not read.
        var one = records.Where(record => record.Purpose == KeyPurpose.AuthorizationEncryption).MaxBy(record => record.CreatedAt)!;
        var other = records.Where(record => record.Purpose == KeyPurpose.InternalTokens).MaxBy(record => record.CreatedAt)!;
        Assert.True(one.WrappedSecret.Length > KeyMaterial.SecretBytes);

        var wrapped = other.WrappedSecret;
        await db.Keys.Where(record => record.Id == other.Id).ExecuteUpdateAsync(set => set.SetProperty(record => record.WrappedSecret, one.WrappedSecret));
        await Assert.ThrowsAnyAsync<CryptographicException>(LoadAsync);
        await db.Keys.Where(record => record.Id == other.Id).ExecuteUpdateAsync(set => set.SetProperty(record => record.WrappedSecret, wrapped));
        Assert.NotEmpty(await LoadAsync());
    }

    [Fact]
    public async Task Keys_of_cookies_are_stored_encrypted()
    {
        using var browser = app.OpenBrowser();
        await browser.GetAsync("/signin");
        await using var scope = app.Host.Services.CreateAsyncScope();
        var stored = await scope.ServiceProvider.GetRequiredService<DirectoryDb>().DataProtectionKeys.Select(key => key.Xml).ToListAsync();
        Assert.NotEmpty(stored);
        Assert.All(stored, xml =>
        {
            Assert.Contains("signetKey", xml, StringComparison.Ordinal);
            Assert.DoesNotContain("masterKey", xml, StringComparison.Ordinal);
        });
    }

    private async Task<IReadOnlyList<KeyMaterial>> LoadAsync()
    {
        await using var scope = app.Host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<KeyStore>().LoadAsync(CancellationToken.None);
    }
}
