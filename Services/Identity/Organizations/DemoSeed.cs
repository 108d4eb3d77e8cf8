using Microsoft.EntityFrameworkCore;
using Signet.Contracts;
using Signet.Identity.Data;
using Signet.Identity.SignIn;
using Signet.Identity.Users;
using Signet.ServiceDefaults;

namespace Signet.Identity.Organizations;

/// <summary>
/// The organisation and user of a developer's machine. Runs with the migrations, in Development only; a password for it anywhere else is
/// a mistake that stops the migration.
/// </summary>
public static class DemoSeed
{
    public const string Email = "demo@signet.localhost";
    public const string PasswordKey = "Demo:Password";

    public static readonly Guid OrganizationId = new("01900000-0000-7000-8000-000000000001");
    public static readonly Guid UserId = new("01900000-0000-7000-8000-000000000002");

    public static async Task RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (services.GetRequiredService<IConfiguration>()[PasswordKey] is not { Length: > 0 } password)
            return;
        if (!services.GetRequiredService<IHostEnvironment>().IsDevelopment())
            throw new InvalidOperationException($"{PasswordKey} is set outside Development. Remove it: a demo user is never made there.");

        var hasher = services.GetRequiredService<PasswordHasher>();
        var db = services.GetRequiredService<IdentityDb>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        services.GetRequiredService<Tenant>().Become(OrganizationId);

        await db.TransactAsync(async ct =>
        {
            var user = await db.Users.SingleOrDefaultAsync(row => row.OrganizationId == OrganizationId && row.Id == UserId, ct);
            if (user is null)
            {
                db.Organizations.Add(new Organization { Id = OrganizationId, Name = "Musterwerke", CreatedAt = now });
                db.Users.Add(user = new User { OrganizationId = OrganizationId, Id = UserId, Email = Email, DisplayName = "Demo", CreatedAt = now });
                db.Set<SignInAddress>().Add(new SignInAddress { AddressHash = MailAddress.Hash(Email), OrganizationId = OrganizationId, UserId = UserId });
            }

            // The password follows the parameter, the permissions the version.
            if (!await hasher.VerifyAsync(user.PasswordHash, password, ct))
                user.PasswordHash = await hasher.HashAsync(password, ct);
            user.Permissions = [.. Permissions.All];
            await db.SaveChangesAsync(ct);
        }, cancellationToken);
    }
}
