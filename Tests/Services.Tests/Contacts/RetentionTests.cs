using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Signet.Contacts.Retention;
using static Signet.Services.Tests.Contacts.Some;

namespace Signet.Services.Tests.Contacts;

public sealed class RetentionTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    [Fact]
    public async Task Drafts_and_deleted_contacts_end_after_30_days_and_nothing_else_does()
    {
        var (anna, other) = (app.NewOrganization(), app.NewOrganization());
        var draft = await anna.CaptureAsync(Last("Normal"));
        var kept = await anna.SaveAsync(Last("Bleibt"));
        foreach (var person in new[] { anna, other })
            (await person.DeleteAsync((await person.SaveAsync(Last("Geht"))).Id, "\"1\"")).Is(HttpStatusCode.NoContent);

        await RunAfterAsync(app, TimeSpan.FromDays(29.9));
        Assert.Equal((2, 1, 1), (await app.CountAsync("contact", anna.OrganizationId), await app.CountAsync("draft", anna.OrganizationId), await app.CountAsync("contact", other.OrganizationId)));

        await RunAfterAsync(app, TimeSpan.FromDays(0.2));
        // The service's own hour may have struck too and hold a lock: its pass is waited for.
        for (var tries = 0; tries < 100 && await app.CountAsync("contact", other.OrganizationId) + await app.CountAsync("contact", anna.OrganizationId) > 1; tries++) await RunAfterAsync(app, TimeSpan.Zero);
        Assert.Equal((1, 0, 0), (await app.CountAsync("contact", anna.OrganizationId), await app.CountAsync("draft", anna.OrganizationId), await app.CountAsync("contact", other.OrganizationId)));
        Assert.Equal(0, await app.CountAsync("contact_field", other.OrganizationId));
        (await anna.ReadAsync(kept.Id)).Is(HttpStatusCode.OK);
        (await anna.GetAsync($"/api/v1/drafts/{draft.DraftId}")).Refuses(HttpStatusCode.NotFound, "draft-not-found");
        Assert.Single(await app.RowsAsync("audit_entry", other.OrganizationId), entry => entry.Contains("contact.purged", StringComparison.Ordinal));
    }

    internal static async Task RunAfterAsync(ContactsApp app, TimeSpan time)
    {
        app.Clock.Advance(time);
        await app.Services.GetServices<IHostedService>().OfType<RetentionJob>().Single().RunAsync(CancellationToken.None);
    }
}
