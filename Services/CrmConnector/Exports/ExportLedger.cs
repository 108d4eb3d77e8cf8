using Microsoft.EntityFrameworkCore;
using Npgsql;
using Signet.CrmConnector.Connectors;
using Signet.CrmConnector.Data;
using Signet.ServiceDefaults;

namespace Signet.CrmConnector.Exports;

/// <summary>Writes exports down, each step with its audit entry in the same transaction.</summary>
public sealed class ExportLedger(CrmDb db, Tenant tenant, SecretProtector secrets, TimeProvider clock)
{
    private const string Kind = "export";

    /// <summary>A new export; null when the contact already has one under way into that connection.</summary>
    public async Task<ExportRecord?> PrepareAsync(Guid contactId, int contactVersion, Guid connectionId, string connector, CancellationToken cancel)
    {
        var export = ExportRecord.Prepare(tenant.OrganizationId, contactId, contactVersion, connectionId, connector, tenant.UserId, clock.GetUtcNow());
        try
        {
            return await db.TransactAsync(async ct =>
            {
                db.Exports.Add(export);
                db.Audit("export.prepared", Kind, export.Id, ("connector", connector));
                await db.SaveChangesAsync(ct);
                return export;
            }, cancel);
        }
        catch (DbUpdateException fault) when (fault.InnerException is PostgresException { ConstraintName: ExportRecordMapping.OpenIndex })
        {
            return null;
        }
    }

    /// <summary>Takes a step of <see cref="ExportRecord"/>. False when the export is not there to take it, or another worker was first.</summary>
    public async Task<bool> StepAsync(Guid id, Func<ExportRecord, bool> step, CancellationToken cancel)
    {
        try
        {
            return await db.TransactAsync(async ct =>
            {
                if (await db.Exports.SingleOrDefaultAsync(export => export.Id == id, ct) is not { } export || !step(export))
                {
                    return false;
                }

                db.Audit($"export.{export.State}".ToLowerInvariant(), Kind, id, ("connector", export.Connector));
                await db.SaveChangesAsync(ct);
                return true;
            }, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    /// <summary>Keeps what the CRM answered, sealed.</summary>
    public async Task<bool> SettleAsync(Guid id, WriteOutcome.Written written, CancellationToken cancel)
    {
        var evidence = await secrets.ProtectAsync(EvidenceOf(id), written.Evidence, cancel);
        return await StepAsync(id, export => export.TrySettle(written.Record.Type, written.Record.Id, written.Record.Version, evidence, clock.GetUtcNow()), cancel);
    }

    /// <summary>What the sealed evidence is bound to.</summary>
    internal static string EvidenceOf(Guid id) => $"export_record/{id}/evidence";
}
