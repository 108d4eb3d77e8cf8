using Microsoft.EntityFrameworkCore;
using Signet.Identity.Data;
using Signet.Identity.Organizations;
using Signet.Identity.Users;
using Signet.ServiceDefaults;

namespace Signet.Identity.Sessions;

/// <summary>Begins, finds and ends sessions of the organisation that the current <see cref="Tenant"/> names.</summary>
public sealed class SessionStore(IdentityDb db, Tenant tenant, RevocationNotice notice, TimeProvider clock)
{
    private static readonly TimeSpan SeenGranularity = TimeSpan.FromMinutes(5);

    /// <summary>Adds a session to the running transaction.</summary>
    public Session Begin(Guid userId)
    {
        var now = clock.GetUtcNow();
        var session = new Session
        {
            OrganizationId = tenant.OrganizationId,
            Id = Guid.CreateVersion7(now),
            UserId = userId,
            CreatedAt = now,
            LastSeenAt = now,
            ExpiresAt = now + Session.Lifetime,
        };
        db.Sessions.Add(session);
        db.Audit("session.started", "session", session.Id, ("user", userId.ToString()));
        return session;
    }

    /// <summary>The session, its user and organisation while both may be used, else null. Notes the use.</summary>
    public Task<LiveSession?> FindLiveAsync(Guid sessionId, CancellationToken cancellationToken) => db.TransactAsync(async ct =>
    {
        var now = clock.GetUtcNow();
        var idleSince = now - Session.IdleLimit;
        var found = await (
            from session in db.Sessions.AsNoTracking()
            join user in db.Users.AsNoTracking() on new { session.OrganizationId, Id = session.UserId } equals new { user.OrganizationId, user.Id }
            join organization in db.Organizations.AsNoTracking() on user.OrganizationId equals organization.Id
            where session.OrganizationId == tenant.OrganizationId && session.Id == sessionId && session.EndedAt == null
                && session.ExpiresAt > now && session.LastSeenAt > idleSince && user.DisabledAt == null
            select new LiveSession(session, user, organization)).SingleOrDefaultAsync(ct);

        if (found is not null && found.Session.LastSeenAt <= now - SeenGranularity)
            await Find(sessionId).ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, now), ct);
        return found;
    }, cancellationToken);

    /// <summary>Ends a session here at once and elsewhere within a minute. False when there was none to end.</summary>
    public async Task<bool> EndAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        var ended = await db.TransactAsync(async ct =>
        {
            var now = clock.GetUtcNow();
            var changed = await Find(sessionId).Where(session => session.EndedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now), ct);
            if (changed == 0)
                return false;

            db.Audit("session.ended", "session", sessionId);
            await db.SaveChangesAsync(ct);
            return true;
        }, cancellationToken);

        if (ended)
            await notice.PublishAsync(sessionId);
        return ended;
    }

    private IQueryable<Session> Find(Guid sessionId) =>
        db.Sessions.Where(session => session.OrganizationId == tenant.OrganizationId && session.Id == sessionId);
}

/// <summary>A session that may be used, with its user and their organisation.</summary>
public sealed record LiveSession(Session Session, User User, Organization Organization);
