using Microsoft.EntityFrameworkCore;
using Signet.Identity.AccessTokens;
using Signet.Identity.Keys;
using Signet.Identity.SignIn;

namespace Signet.Identity.Data;

/// <summary>
/// The directory tables of identitydb: what is read before the organisation is known, or belongs to none. They are outside row-level
/// security and hold hashes, ids and wrapped keys only. A context of its own, because it works without organisation and transaction.
/// </summary>
public sealed class DirectoryDb(DbContextOptions<DirectoryDb> options) : DbContext(options)
{
    public DbSet<SignInAddress> SignInAddresses => Set<SignInAddress>();

    public DbSet<AccessTokenHash> AccessTokenHashes => Set<AccessTokenHash>();

    public DbSet<KeyRecord> Keys => Set<KeyRecord>();

    public DbSet<DataProtectionRecord> DataProtectionKeys => Set<DataProtectionRecord>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.MapDirectory();
}
