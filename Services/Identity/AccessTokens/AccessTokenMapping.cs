using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Signet.Identity.Users;

namespace Signet.Identity.AccessTokens;

internal sealed class AccessTokenMapping : IEntityTypeConfiguration<AccessToken>
{
    public void Configure(EntityTypeBuilder<AccessToken> builder)
    {
        builder.ToTable("access_token");
        builder.HasKey(token => new { token.OrganizationId, token.Id });
        builder.HasOne<User>().WithMany().HasForeignKey(token => new { token.OrganizationId, token.UserId }).OnDelete(DeleteBehavior.Restrict);
        builder.Property(token => token.Name).HasMaxLength(AccessTokensApi.MaxNameLength);
    }
}
