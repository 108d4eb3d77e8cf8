using Microsoft.EntityFrameworkCore;
using Signet.Identity.Data;
using Signet.Identity.Sessions;
using Signet.Identity.Users;
using Signet.ServiceDefaults;

namespace Signet.Identity.SignIn;

/// <summary>
/// Checks address and password. The caller learns only which accounts both fit: unknown address, wrong password, resting and disabled
/// account are the same "none", after the same time.
/// </summary>
public sealed class PasswordSignIn(IServiceScopeFactory scopes, DirectoryDb directory, PasswordHasher hasher, RefusalPace pace, TimeProvider clock)
{
    /// <summary>Organisations that one address can be checked against in one attempt: each costs a password hash.</summary>
    private const int MaxOrganizations = 4;

    public async Task<IReadOnlyList<Account>> CheckAsync(string address, string password, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var hash = MailAddress.Hash(address);
        var entries = await directory.SignInAddresses.AsNoTracking().Where(row => row.AddressHash == hash)
            .OrderBy(row => row.OrganizationId).Take(MaxOrganizations).ToListAsync(cancellationToken);
        if (entries.Count == 0)
            await hasher.VerifyAsync(null, password, cancellationToken);

        var fitting = new List<Account>();
        foreach (var entry in entries)
        {
            if (await CheckAsync(entry, password, cancellationToken) is { } account)
                fitting.Add(account);
        }

        if (fitting.Count == 0)
            await pace.FillAsync(started, cancellationToken);

        return fitting;
    }

    /// <summary>Starts the session of an account that <see cref="CheckAsync(string, string, CancellationToken)"/> found.</summary>
    public async Task<Session> BeginAsync(Account account, CancellationToken cancellationToken)
    {
        await using var scope = Enter(account.OrganizationId, account.UserId);
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var sessions = scope.ServiceProvider.GetRequiredService<SessionStore>();
        return await db.TransactAsync(async ct =>
        {
            await db.ForgetAttemptsAsync(account.OrganizationId, account.UserId, ct);
            var session = sessions.Begin(account.UserId);
            await db.SaveChangesAsync(ct);
            return session;
        }, cancellationToken);
    }

    private async Task<Account?> CheckAsync(SignInAddress entry, string password, CancellationToken cancellationToken)
    {
        await using var scope = Enter(entry.OrganizationId, entry.UserId);
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();

        var (mayTry, user, organization) = await db.TransactAsync(async ct => (
            await db.TryTakeAttemptAsync(entry.OrganizationId, entry.UserId, clock.GetUtcNow(), ct),
            await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.OrganizationId == entry.OrganizationId && row.Id == entry.UserId, ct),
            await db.Organizations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == entry.OrganizationId, ct)), cancellationToken);

        // Outside the transaction: a hash takes a third of a second, a row lock must not.
        var fits = await hasher.VerifyAsync(user?.PasswordHash, password, cancellationToken);
        if (fits && mayTry && user is { DisabledAt: null } && organization is not null)
            return new Account(entry.OrganizationId, organization.Name, entry.UserId);

        await db.TransactAsync(async ct =>
        {
            db.Audit("sign-in.failed", "user", entry.UserId, ("reason", !mayTry ? "locked" : user is { DisabledAt: not null } ? "disabled" : "password"));
            await db.SaveChangesAsync(ct);
        }, cancellationToken);
        return null;
    }

    private AsyncServiceScope Enter(Guid organizationId, Guid userId)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Become(organizationId, userId);
        return scope;
    }
}

/// <summary>An account that address and password fit.</summary>
public sealed record Account(Guid OrganizationId, string OrganizationName, Guid UserId);
