using Microsoft.EntityFrameworkCore;
using Signet.CrmConnector.Exports;
using Signet.ServiceDefaults;

namespace Signet.CrmConnector.Data;

/// <summary>What crm-connector keeps: export records, and the audit of their changes.</summary>
public sealed class CrmDb(DbContextOptions<CrmDb> options, Tenant tenant) : DbContext(options)
{
    public DbSet<ExportRecord> Exports => Set<ExportRecord>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CrmDb).Assembly);
        modelBuilder.AddAudit();
        modelBuilder.AddSecrets();

        // Row-level security stands behind a forgotten filter; this is the filter.
        modelBuilder.Entity<ExportRecord>().HasQueryFilter(export => export.OrganizationId == tenant.OrganizationId);
    }
}
