using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Signet.Identity.Organizations;

internal sealed class OrganizationMapping : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> builder)
    {
        builder.ToTable("organization");
        builder.HasKey(organization => organization.Id);
        // Named like in every tenant table, so that the same policy guards the organisation itself.
        builder.Property(organization => organization.Id).HasColumnName("organization_id").ValueGeneratedNever();
        builder.Property(organization => organization.Name).HasMaxLength(128);
        // What organisations had before there were settings.
        builder.Property(organization => organization.Region).HasMaxLength(2).HasDefaultValue(Organization.DefaultRegion);
        builder.Property(organization => organization.Language).HasMaxLength(2).HasDefaultValue(Organization.DefaultLanguage);
        builder.Property(organization => organization.Version).HasDefaultValue(1).IsConcurrencyToken();
        builder.Ignore(organization => organization.Locale);
    }
}
