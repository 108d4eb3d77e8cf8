using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Signet.Contacts.Duplicates;

/// <summary>One exact key of one live contact, as a hash. Derived from the contact and written in its transaction.</summary>
public sealed class MatchKey
{
    public Guid OrganizationId { get; private set; }
    public long Key { get; private set; }
    public Guid ContactId { get; private set; }
}

public sealed class MatchKeyConfiguration : IEntityTypeConfiguration<MatchKey>
{
    public void Configure(EntityTypeBuilder<MatchKey> builder)
    {
        builder.ToTable("match_key").HasKey(key => new { key.OrganizationId, key.Key, key.ContactId });
        builder.HasIndex(key => new { key.OrganizationId, key.ContactId });
    }
}
