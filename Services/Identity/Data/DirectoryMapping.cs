using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;
using Signet.Identity.AccessTokens;
using Signet.Identity.Keys;
using Signet.Identity.SignIn;

namespace Signet.Identity.Data;

/// <summary>The tables without row-level security. <see cref="Tables"/> is the whole list; a test compares it with the database.</summary>
public static class DirectoryMapping
{
    public static IReadOnlyList<string> Tables { get; } =
    [
        "sign_in_address", "access_token_hash", "key_record", "data_protection_key",
        "oauth_application", "oauth_authorization", "oauth_scope", "oauth_token",
    ];

    public static void MapDirectory(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<SignInAddress>(row =>
        {
            row.ToTable("sign_in_address");
            row.HasKey(address => new { address.AddressHash, address.OrganizationId });
        });
        modelBuilder.Entity<AccessTokenHash>(row =>
        {
            row.ToTable("access_token_hash");
            row.HasKey(token => token.Hash);
            row.HasIndex(token => new { token.OrganizationId, token.AccessTokenId }).IsUnique();
        });
        modelBuilder.Entity<KeyRecord>(row =>
        {
            row.ToTable("key_record");
            row.HasKey(key => key.Id);
            row.Property(key => key.Id).HasMaxLength(64);
            row.Property(key => key.Purpose).HasConversion<string>().HasMaxLength(32);
        });
        modelBuilder.Entity<DataProtectionRecord>(row =>
        {
            row.ToTable("data_protection_key");
            row.HasKey(key => key.Id);
            row.Property(key => key.Id).ValueGeneratedNever();
        });
        modelBuilder.UseOpenIddict<Guid>();
        modelBuilder.Entity<OpenIddictEntityFrameworkCoreApplication<Guid>>().ToTable("oauth_application");
        modelBuilder.Entity<OpenIddictEntityFrameworkCoreAuthorization<Guid>>().ToTable("oauth_authorization");
        modelBuilder.Entity<OpenIddictEntityFrameworkCoreScope<Guid>>().ToTable("oauth_scope");
        modelBuilder.Entity<OpenIddictEntityFrameworkCoreToken<Guid>>().ToTable("oauth_token");
    }
}
