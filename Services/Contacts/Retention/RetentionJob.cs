using Microsoft.EntityFrameworkCore;
using Signet.Contacts.Data;
using Signet.Contacts.Drafts;
using Signet.ServiceDefaults;

namespace Signet.Contacts.Retention;

/// <summary>
/// Ends what may not live longer: drafts that nobody decided on, contacts deleted 30 days ago (P18), answers kept for repeated requests. Each replica runs it; an advisory
/// lock per organisation lets one of them work.
/// </summary>
public sealed partial class RetentionJob(IServiceProvider services, TimeProvider clock, ILogger<RetentionJob> logger) : BackgroundService
{
    public static readonly TimeSpan Trash = TimeSpan.FromDays(30);
    public static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private const int Batch = 500;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The next hour tries again; a database that is away must not end the service.
                LogFailed(failure.GetType().Name);
            }
        }
    }

    /// <summary>One pass over all organisations.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var organization in await Organizations.AllAsync(services, cancel))
            await EndAllAsync(organization, cancel);
    }

    private async Task EndAllAsync(Guid organization, CancellationToken cancel)
    {
        try
        {
            await Organizations.RunAsync(services, organization, (db, cancel) => EndAsync(db, organization, cancel), cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The other organisations' data must still end in time.
            LogFailed(failure.GetType().Name);
        }
    }

    // True when more is due than one transaction should hold.
    private async Task<bool> EndAsync(ContactsDb db, Guid organization, CancellationToken cancel)
    {
        if (!await db.Queries.TryLockAsync(nameof(RetentionJob), cancel)) return false;
        var now = clock.GetUtcNow();
        var drafts = await EndDraftsAsync(db, now - Draft.Lifetime, cancel);
        var contacts = await EndContactsAsync(db, now - Trash, cancel);
        await db.DeleteEndedAnswersAsync(clock, cancel);
        await db.SaveChangesAsync(cancel);
        if (drafts + contacts > 0) LogEnded(drafts, contacts, organization);
        return Math.Max(drafts, contacts) == Batch;
    }

    private static async Task<int> EndDraftsAsync(ContactsDb db, DateTimeOffset before, CancellationToken cancel)
    {
        var ids = await db.Drafts.Where(draft => draft.CreatedAt <= before).OrderBy(draft => draft.CreatedAt).Select(draft => draft.Id).Take(Batch).ToListAsync(cancel);
        await db.Drafts.Where(draft => ids.Contains(draft.Id)).ExecuteDeleteAsync(cancel);
        foreach (var id in ids) db.Audit("draft.expired", "draft", id);
        return ids.Count;
    }

    private static async Task<int> EndContactsAsync(ContactsDb db, DateTimeOffset before, CancellationToken cancel)
    {
        var deleted = db.Contacts.IgnoreQueryFilters([ContactsDb.NotDeleted]);
        var ids = await deleted.Where(contact => contact.DeletedAt <= before).OrderBy(contact => contact.DeletedAt).Select(contact => contact.Id).Take(Batch).ToListAsync(cancel);
        await deleted.Where(contact => ids.Contains(contact.Id)).ExecuteDeleteAsync(cancel);
        foreach (var id in ids) db.Audit("contact.purged", "contact", id);
        return ids.Count;
    }

    // The type only: a database error's text can hold values of the row.
    [LoggerMessage(LogLevel.Error, "Retention stopped with {Error}; it runs again in an hour")]
    private partial void LogFailed(string error);

    [LoggerMessage(LogLevel.Information, "Ended {Drafts} drafts and {Contacts} contacts of organisation {OrganizationId}")]
    private partial void LogEnded(int drafts, int contacts, Guid organizationId);
}
