using Microsoft.EntityFrameworkCore;
using Signet.Contacts.Data;
using Signet.Matching.Blocking;
using Signet.Matching.Records;

namespace Signet.Contacts.Duplicates;

/// <summary>
/// Keeps what is derived from all of an organisation's contacts: ends a change of the keys' version (<see cref="MatchIndexRebuild"/>), and counts anew
/// how common values are when the contacts have changed much. Each replica runs it; an advisory lock per organisation lets one of them work.
/// </summary>
public sealed partial class MatchIndexJob(IServiceProvider services, TimeProvider clock, ILogger<MatchIndexJob> logger) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>Counts older than this are made anew, so that nothing of an ended contact outlives it in them.</summary>
    public static readonly TimeSpan OldestCounts = TimeSpan.FromDays(7);

    // With fewer contacts, what is usual says more than what is there.
    private const int FewestToCount = 500;
    private const int Sample = 50_000;
    private const int SampledAtOnce = 1_000;

    private readonly DateTimeOffset _started = clock.GetUtcNow();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
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
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>One pass over all organisations.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var organization in await Organizations.AllAsync(services, cancel))
        {
            try
            {
                await Organizations.RunAsync(services, organization, KeepKeysAsync, cancel);
                await Organizations.RunAsync(services, organization, CountAsync, cancel);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // One organisation's trouble is not the others'.
                LogFailed(failure.GetType().Name);
            }
        }
    }

    // A rollout replaces replicas one by one: as long as it may last, the old ones need their keys, and save more of them.
    private async Task<bool> KeepKeysAsync(ContactsDb db, CancellationToken cancel) =>
        await db.Queries.TryLockAsync(nameof(MatchIndexJob), cancel)
        && (await MatchIndexRebuild.AddMissingAsync(db, BlockingKeys.Version, cancel)
            || clock.GetUtcNow() - _started >= Interval && await MatchIndexRebuild.RemoveOldAsync(db, BlockingKeys.Version, cancel));

    private async Task CountAsync(ContactsDb db, CancellationToken cancel)
    {
        if (!await db.Queries.TryLockAsync(nameof(MatchIndexJob), cancel)) return;
        var index = await db.ReadMatchIndexAsync(cancel);
        var contacts = await db.Contacts.CountAsync(cancel);
        var now = clock.GetStoredNow();
        var isOld = index.CountedAt is not { } at || now - at > OldestCounts || index.TermCounts is { } counted && TermCounts.Parse(counted) is null;
        if (!isOld && Math.Abs(contacts - index.Contacts) <= index.Contacts / 10) return;
        index.Count(contacts, contacts < FewestToCount ? null : await CountTermsAsync(db, contacts, cancel), now);
        await db.SaveChangesAsync(cancel);
    }

    private static async Task<byte[]> CountTermsAsync(ContactsDb db, int contacts, CancellationToken cancel)
    {
        var terms = new CountedTerms();
        var reader = new ProfileReader(terms);
        var every = (contacts + Sample - 1) / Sample;
        var (sampled, after) = (0, Guid.Empty);
        while (await db.Queries.SampleAsync(every, after, SampledAtOnce, cancel) is { Count: > 0 } ids)
        {
            foreach (var record in await db.Queries.RecordsAsync([.. ids], cancel)) reader.Read(MatchRecords.Of(string.Empty, record.ToValues()));
            (sampled, after) = (sampled + ids.Count, ids[^1]);
        }
        return TermCounts.Of(terms, sampled, contacts).ToBytes();
    }

    // The type only: a database error's text can hold values of the row.
    [LoggerMessage(LogLevel.Error, "Keeping the match index stopped with {Error}; it runs again in an hour")]
    private partial void LogFailed(string error);
}
