using Microsoft.EntityFrameworkCore;
using Signet.Identity.Users;

namespace Signet.Services.Tests.Identity;

public sealed class LockoutTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    [Fact]
    public async Task Ten_wrong_passwords_lock_the_right_one_out_for_fifteen_minutes()
    {
        var person = await app.AddPersonAsync();
        for (var attempt = 0; attempt < Lockout.MaxAttempts; attempt++)
            Assert.Equal(422, await TryAsync(person, "wrong"));

        Assert.Equal(422, await TryAsync(person, IdentityApp.Password));
        app.Clock.Advance(Lockout.Window - TimeSpan.FromSeconds(10));
        Assert.Equal(422, await TryAsync(person, IdentityApp.Password));
        app.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(303, await TryAsync(person, IdentityApp.Password));
        Assert.Contains((await app.AuditOfAsync(person)), entry => entry.Facts.Contains("locked", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nine_wrong_passwords_do_not_and_the_right_one_starts_from_zero()
    {
        var person = await app.AddPersonAsync();
        for (var round = 0; round < 2; round++)
        {
            for (var attempt = 0; attempt < Lockout.MaxAttempts - 1; attempt++)
                Assert.True(await TakeAsync(person));
            Assert.Equal(303, await TryAsync(person, IdentityApp.Password));
        }
    }

    [Fact]
    public async Task Attempts_are_forgotten_after_fifteen_minutes()
    {
        var person = await app.AddPersonAsync();
        for (var attempt = 0; attempt < Lockout.MaxAttempts - 1; attempt++)
            Assert.True(await TakeAsync(person));

        app.Clock.Advance(Lockout.Window);

        for (var attempt = 0; attempt < Lockout.MaxAttempts; attempt++)
            Assert.True(await TakeAsync(person));
        Assert.False(await TakeAsync(person));
    }

    [Fact]
    public async Task Parallel_guesses_get_ten_attempts_together()
    {
        var person = await app.AddPersonAsync();
        var taken = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => TakeAsync(person)));
        Assert.Equal(Lockout.MaxAttempts, taken.Count(success => success));
    }

    [Fact]
    public async Task Attempts_while_locked_do_not_prolong_it()
    {
        var person = await app.AddPersonAsync();
        for (var attempt = 0; attempt < Lockout.MaxAttempts; attempt++)
            await TakeAsync(person);
        app.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.False(await TakeAsync(person));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await TakeAsync(person));
    }

    [Fact]
    public async Task Somebody_elses_lock_does_not_matter()
    {
        var locked = await app.AddPersonAsync();
        var colleague = await app.AddPersonAsync(locked.OrganizationId);
        for (var attempt = 0; attempt <= Lockout.MaxAttempts; attempt++)
            await TakeAsync(locked);
        Assert.Equal(422, await TryAsync(locked, IdentityApp.Password));
        Assert.Equal(303, await TryAsync(colleague, IdentityApp.Password));
    }

    [Fact]
    public async Task A_disabled_user_is_refused_like_a_wrong_password()
    {
        var person = await app.AddPersonAsync();
        var token = await app.SignInAsync(person);
        var now = app.Clock.GetUtcNow();
        await app.InTenantAsync(person.OrganizationId, db => db.Users.Where(user => user.Id == person.UserId).ExecuteUpdateAsync(set => set.SetProperty(user => user.DisabledAt, now)));

        Assert.Equal(422, await TryAsync(person, IdentityApp.Password));
        Assert.Equal("invalid_grant", (await app.SwapSessionAsync(token)).Error);
    }

    private Task<bool> TakeAsync(Person person) => app.InTenantAsync(
        person.OrganizationId, db => db.TryTakeAttemptAsync(person.OrganizationId, person.UserId, app.Clock.GetUtcNow(), CancellationToken.None));

    private async Task<int> TryAsync(Person person, string password)
    {
        using var browser = app.OpenBrowser();
        return (await browser.TryAsync(person.Email, password)).Status;
    }
}
