using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Signet.Contacts.Retention;

/// <summary>
/// An organisation that has something here. The only table without row-level security: it holds ids of organisations and nothing else, so that
/// recurring work can go through them, one transaction each.
/// </summary>
public sealed class KnownOrganization
{
    public Guid OrganizationId { get; private set; }
}

public sealed class KnownOrganizationConfiguration : IEntityTypeConfiguration<KnownOrganization>
{
    public void Configure(EntityTypeBuilder<KnownOrganization> builder) =>
        builder.ToTable("known_organization").HasKey(organization => organization.OrganizationId);
}
