using Microsoft.EntityFrameworkCore;
using Signet.Contacts.Contacts;
using Signet.Contacts.Drafts;
using Signet.Contacts.Duplicates;
using Signet.Contacts.Lists;
using Signet.Contacts.Search;
using Signet.ServiceDefaults;

namespace Signet.Contacts.Data;

/// <summary>
/// contactsdb. Every query is of the caller's organisation by its filter; row-level security stands behind a forgotten one.
/// Deleted contacts are seen only by who asks for them (<see cref="NotDeleted"/> ignored).
/// </summary>
public sealed class ContactsDb(DbContextOptions<ContactsDb> options, Tenant tenant) : DbContext(options)
{
    public const string ByteOrder = "C";
    public const string OfTheTenant = "OfTheTenant";
    public const string NotDeleted = "NotDeleted";

    private ContactQueries? _queries;

    public DbSet<ContactList> Lists => Set<ContactList>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<Contact> Contacts => Set<Contact>();
    public DbSet<MatchKey> MatchKeys => Set<MatchKey>();
    public DbSet<MatchIndex> MatchIndexes => Set<MatchIndex>();
    public DbSet<SearchGram> SearchGrams => Set<SearchGram>();

    /// <summary>What LINQ cannot say.</summary>
    public ContactQueries Queries => _queries ??= new ContactQueries(this, tenant);

    private Guid OrganizationId => tenant.OrganizationId;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ContactsDb).Assembly);
        modelBuilder.AddAudit();
        modelBuilder.AddIdempotency();
        modelBuilder.Entity<ContactList>().HasQueryFilter(OfTheTenant, row => row.OrganizationId == OrganizationId);
        modelBuilder.Entity<Draft>().HasQueryFilter(OfTheTenant, row => row.OrganizationId == OrganizationId);
        modelBuilder.Entity<DraftField>().HasQueryFilter(OfTheTenant, row => row.OrganizationId == OrganizationId);
        modelBuilder.Entity<ContactField>().HasQueryFilter(OfTheTenant, row => row.OrganizationId == OrganizationId);
        modelBuilder.Entity<MatchKey>().HasQueryFilter(OfTheTenant, row => row.OrganizationId == OrganizationId);
        modelBuilder.Entity<MatchIndex>().HasQueryFilter(OfTheTenant, row => row.OrganizationId == OrganizationId);
        modelBuilder.Entity<SearchGram>().HasQueryFilter(OfTheTenant, row => row.OrganizationId == OrganizationId);
        modelBuilder.Entity<Contact>()
            .HasQueryFilter(OfTheTenant, row => row.OrganizationId == OrganizationId)
            .HasQueryFilter(NotDeleted, row => row.DeletedAt == null);
    }
}
