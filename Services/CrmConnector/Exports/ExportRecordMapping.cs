using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Signet.CrmConnector.Exports;

internal sealed class ExportRecordMapping : IEntityTypeConfiguration<ExportRecord>
{
    public const string OpenIndex = "ix_export_record_open";

    public void Configure(EntityTypeBuilder<ExportRecord> entity)
    {
        entity.ToTable("export_record");
        entity.HasKey(export => new { export.OrganizationId, export.Id });
        entity.Property(export => export.Connector).HasMaxLength(64);
        entity.Property(export => export.State).HasConversion<string>().HasMaxLength(16);
        entity.Property(export => export.RecordType).HasMaxLength(128);
        entity.Property(export => export.RecordId).HasMaxLength(256);
        entity.Property(export => export.RecordVersion).HasMaxLength(256);
        entity.Property(export => export.Version).IsConcurrencyToken();

        // One export of a contact into a connection at a time: two at once are how duplicates are made.
        entity.HasIndex(export => new { export.OrganizationId, export.ConnectionId, export.ContactId })
            .IsUnique()
            .HasDatabaseName(OpenIndex)
            .HasFilter("state in ('Prepared', 'Sent')");
        entity.HasIndex(export => new { export.OrganizationId, export.ContactId });
    }
}
