using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Signet.Contacts.Contacts;

namespace Signet.Contacts.Drafts;

public sealed class DraftConfiguration : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("draft").HasKey(draft => new { draft.OrganizationId, draft.Id });
        builder.Property(draft => draft.Source).HasConversion<string>().HasMaxLength(16);
        builder.HasMany(draft => draft.Fields).WithOne().HasForeignKey(field => new { field.OrganizationId, field.DraftId });
        builder.HasIndex(draft => new { draft.OrganizationId, draft.CreatedAt });
    }
}

public sealed class DraftFieldConfiguration : IEntityTypeConfiguration<DraftField>
{
    public void Configure(EntityTypeBuilder<DraftField> builder)
    {
        builder.ToTable("draft_field").HasKey(field => new { field.OrganizationId, field.DraftId, field.Id });
        builder.Property(field => field.Kind).HasConversion<string>().HasMaxLength(24);
        builder.Property(field => field.PhoneType).HasConversion<string>().HasMaxLength(16);
        builder.Property(field => field.Value).HasMaxLength(FieldRules.Longest);
        builder.Property(field => field.Rule).HasMaxLength(FieldRules.LongestRule);
    }
}
