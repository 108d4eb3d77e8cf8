using Microsoft.EntityFrameworkCore;
using Signet.Identity.AccessTokens;
using Signet.Identity.Organizations;
using Signet.Identity.Sessions;
using Signet.Identity.Users;
using Signet.ServiceDefaults;

namespace Signet.Identity.Data;

/// <summary>
/// Everything in identitydb; migrations are made from this context. Tenant tables are read and written here, inside a transaction that
/// knows the organisation; directory tables through <see cref="DirectoryDb"/>.
/// </summary>
public sealed class IdentityDb(DbContextOptions<IdentityDb> options) : DbContext(options)
{
    public DbSet<Organization> Organizations => Set<Organization>();

    public DbSet<User> Users => Set<User>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<AccessToken> AccessTokens => Set<AccessToken>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new OrganizationMapping());
        modelBuilder.ApplyConfiguration(new UserMapping());
        modelBuilder.ApplyConfiguration(new SessionMapping());
        modelBuilder.ApplyConfiguration(new AccessTokenMapping());
        modelBuilder.MapDirectory();
        modelBuilder.AddAudit();
    }
}
