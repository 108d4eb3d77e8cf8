using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Signet.Identity.Organizations;

namespace Signet.Identity.Users;

internal sealed class UserMapping : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("user_account");
        builder.HasKey(user => new { user.OrganizationId, user.Id });
        builder.HasIndex(user => new { user.OrganizationId, user.Email }).IsUnique();
        builder.HasOne<Organization>().WithMany().HasForeignKey(user => user.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(user => user.Email).HasMaxLength(MailAddress.MaxLength);
        builder.Property(user => user.DisplayName).HasMaxLength(128);
        builder.Property(user => user.PasswordHash).HasMaxLength(256);
    }
}
