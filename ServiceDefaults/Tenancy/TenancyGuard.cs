using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Signet.ServiceDefaults;

/// <summary>
/// Says in every transaction whose it is, which is what the row-level security policies read, and refuses commands outside of one: they
/// would run for nobody, or on a pooled connection for whoever came before.
/// </summary>
internal sealed class TenancyGuard(Tenant tenant) : DbCommandInterceptor, IDbTransactionInterceptor
{
    private static readonly AsyncLocal<bool> _suspended = new();

    /// <summary>Migrations create tables outside of transactions, as the owner. Ends with the calling method.</summary>
    public static void SuspendForMigrations() => _suspended.Value = true;

    public DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        using var command = Announce(connection, result);
        command.ExecuteNonQuery();
        return result;
    }

    public async ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        await using var command = Announce(connection, result);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return result;
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
        Inside(command, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        new(Inside(command, result));

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) =>
        Inside(command, result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        new(Inside(command, result));

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result) =>
        Inside(command, result);

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        new(Inside(command, result));

    private DbCommand Announce(DbConnection connection, DbTransaction transaction)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "select set_config('signet.organization_id', $1, true)";
        var organization = command.CreateParameter();
        organization.Value = tenant.IsKnown ? tenant.OrganizationId.ToString() : "";
        command.Parameters.Add(organization);
        return command;
    }

    private static T Inside<T>(DbCommand command, T result) => command.Transaction is not null || _suspended.Value
        ? result
        : throw new InvalidOperationException("A database command ran outside of a transaction. Put the unit of work, reads too, into db.TransactAsync(...).");
}
