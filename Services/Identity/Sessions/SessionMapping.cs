using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Signet.Identity.Users;

namespace Signet.Identity.Sessions;

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("session");
        builder.HasKey(session => new { session.OrganizationId, session.Id });
        builder.HasOne<User>().WithMany().HasForeignKey(session => new { session.OrganizationId, session.UserId }).OnDelete(DeleteBehavior.Restrict);
    }
}
