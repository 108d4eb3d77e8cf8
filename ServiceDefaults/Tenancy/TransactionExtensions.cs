using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Signet.ServiceDefaults;

public static class TransactionExtensions
{
    /// <summary>
    /// One unit of work, reads too. A connection that breaks before the commit makes the work run again, so it must be replayable: no effect
    /// outside of the database. Inside of another unit of work on the same context it becomes part of that one.
    /// </summary>
    public static Task<T> TransactAsync<T>(this DbContext db, Func<CancellationToken, Task<T>> work, CancellationToken ct) =>
        db.TransactAsync(work, static _ => true, ct);

    public static Task TransactAsync(this DbContext db, Func<CancellationToken, Task> work, CancellationToken ct) =>
        db.TransactAsync(
            async cancel =>
            {
                await work(cancel);
                return true;
            },
            ct);

    /// <param name="keep">Whether the outcome is to be written; otherwise everything is taken back.</param>
    internal static async Task<T> TransactAsync<T>(this DbContext db, Func<CancellationToken, Task<T>> work, Func<T, bool> keep, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is not null) return await work(ct);
        return await db.Database.CreateExecutionStrategy().ExecuteAsync(
            async cancel =>
            {
                // Entities of an attempt that failed would be saved twice.
                db.ChangeTracker.Clear();
                await using var transaction = await db.Database.BeginTransactionAsync(cancel);
                var outcome = await RunAsync(db, work, cancel);
                if (keep(outcome)) await CommitAsync(transaction, cancel);
                return outcome;
            },
            ct);
    }

    /// <summary>A command on a connection that ended in between two of them is refused as a misuse, which says nothing of what happened.</summary>
    private static async Task<T> RunAsync<T>(DbContext db, Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        try
        {
            return await work(ct);
        }
        catch (InvalidOperationException fault) when (HasLostConnection(db))
        {
            throw new NpgsqlException("The connection ended during the transaction.", new IOException("The connection ended.", fault));
        }
    }

    private static bool HasLostConnection(DbContext db) => db.Database.GetDbConnection().State is not ConnectionState.Open;

    /// <summary>A commit is never repeated: a broken connection does not say whether it took place, and a second run could write twice.</summary>
    private static async Task CommitAsync(Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, CancellationToken ct)
    {
        try
        {
            await transaction.CommitAsync(ct);
        }
        catch (Exception fault) when (Faults.IsStoreUnavailable(fault) || fault is InvalidOperationException)
        {
            throw new CommitOutcomeUnknownException(fault);
        }
    }
}

/// <summary>The connection ended during the commit.</summary>
public sealed class CommitOutcomeUnknownException(Exception inner) : Exception("The connection ended during the commit.", inner);
