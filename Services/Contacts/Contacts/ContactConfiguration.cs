using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Signet.Contacts.Data;
using Signet.Contacts.Lists;

namespace Signet.Contacts.Contacts;

public sealed class ContactConfiguration : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.ToTable("contact").HasKey(contact => new { contact.OrganizationId, contact.Id });
        builder.Property(contact => contact.Version).IsConcurrencyToken();
        builder.Property(contact => contact.Source).HasConversion<string>().HasMaxLength(16);
        // Byte order: the folded keys sort alike on every machine, and the comparison is leakproof.
        builder.Property(contact => contact.SortKey).UseCollation(ContactsDb.ByteOrder);
        builder.HasOne<ContactList>().WithMany().HasForeignKey(contact => new { contact.OrganizationId, contact.ListId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(contact => contact.Fields).WithOne().HasForeignKey(field => new { field.OrganizationId, field.ContactId });

        builder.HasIndex(contact => new { contact.OrganizationId, contact.SortKey, contact.Id }).HasFilter("deleted_at is null");
        builder.HasIndex(contact => new { contact.OrganizationId, contact.ListId, contact.SortKey, contact.Id }).HasFilter("deleted_at is null");
        builder.HasIndex(contact => new { contact.OrganizationId, contact.DeletedAt }).HasFilter("deleted_at is not null");
    }
}

public sealed class ContactFieldConfiguration : IEntityTypeConfiguration<ContactField>
{
    public void Configure(EntityTypeBuilder<ContactField> builder)
    {
        // The contact comes before the id: all fields of one contact lie together.
        builder.ToTable("contact_field").HasKey(field => new { field.OrganizationId, field.ContactId, field.Id });
        builder.Property(field => field.Kind).HasConversion<string>().HasMaxLength(24);
        builder.Property(field => field.PhoneType).HasConversion<string>().HasMaxLength(16);
        builder.Property(field => field.SourceKind).HasConversion<string>().HasMaxLength(16);
        builder.Property(field => field.Value).HasMaxLength(FieldRules.Longest);
        builder.Property(field => field.Rule).HasMaxLength(64);
    }
}
