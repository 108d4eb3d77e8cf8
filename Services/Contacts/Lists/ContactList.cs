using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Signet.Contacts.Lists;

/// <summary>A list of an organisation. Every contact is in exactly one.</summary>
public sealed class ContactList
{
    /// <summary>The list that an organisation starts with.</summary>
    public const string FirstName = "My contacts";

    public const int LongestName = 128;

    private ContactList()
    {
    }

    public ContactList(Guid organizationId, Guid id, string name, DateTimeOffset now)
    {
        (OrganizationId, Id, Name, NameKey, CreatedAt) = (organizationId, id, name, KeyOf(name), now);
    }

    public Guid OrganizationId { get; private set; }
    public Guid Id { get; private set; }
    public string Name { get; private set; } = string.Empty;

    /// <summary>Two lists whose names differ in case only would be one to a person.</summary>
    public string NameKey { get; private set; } = string.Empty;

    public DateTimeOffset CreatedAt { get; private set; }

    public static string KeyOf(string name) => name.ToLowerInvariant();
}

public sealed class ContactListConfiguration : IEntityTypeConfiguration<ContactList>
{
    public void Configure(EntityTypeBuilder<ContactList> builder)
    {
        builder.ToTable("contact_list").HasKey(list => new { list.OrganizationId, list.Id });
        builder.HasIndex(list => new { list.OrganizationId, list.NameKey }).IsUnique();
        builder.Property(list => list.Name).HasMaxLength(ContactList.LongestName);
        builder.Property(list => list.NameKey).HasMaxLength(2 * ContactList.LongestName);
    }
}
