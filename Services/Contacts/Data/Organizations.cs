using Microsoft.EntityFrameworkCore;
using Signet.Contacts.Retention;
using Signet.ServiceDefaults;

namespace Signet.Contacts.Data;

/// <summary>Work that goes through all organisations, each in transactions and a scope of its own.</summary>
public static class Organizations
{
    public static async Task<IReadOnlyList<Guid>> AllAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ContactsDb>();
        return await db.TransactAsync(cancel => db.Set<KnownOrganization>().Select(organization => organization.OrganizationId).ToListAsync(cancel), cancel);
    }

    /// <summary>Runs work for the organisation in one transaction.</summary>
    public static Task RunAsync(IServiceProvider services, Guid organization, Func<ContactsDb, CancellationToken, Task> work, CancellationToken cancel) =>
        RunAsync(
            services, organization,
            async (db, cancel) =>
            {
                await work(db, cancel);
                return false;
            },
            cancel);

    /// <summary>Runs a piece of work for the organisation, a transaction each time, until it says that nothing is left.</summary>
    public static async Task RunAsync(IServiceProvider services, Guid organization, Func<ContactsDb, CancellationToken, Task<bool>> work, CancellationToken cancel)
    {
        bool isMore;
        do
        {
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Tenant>().Become(organization);
            var db = scope.ServiceProvider.GetRequiredService<ContactsDb>();
            isMore = await db.TransactAsync(cancel => work(db, cancel), cancel);
        }
        while (isMore);
    }
}
