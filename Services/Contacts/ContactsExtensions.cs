using Signet.Contacts.Contacts;
using Signet.Contacts.Data;
using Signet.Contacts.Drafts;
using Signet.Contacts.Duplicates;
using Signet.Contacts.Lists;
using Signet.Contacts.Retention;
using Signet.ServiceDefaults;

namespace Signet.Contacts;

public static class ContactsExtensions
{
    public static WebApplicationBuilder AddContacts(this WebApplicationBuilder builder)
    {
        builder.AddNpgsqlDbContext<ContactsDb>("contactsdb");
        builder.Services.AddSingleton<TermCountsCache>();
        builder.Services.AddScoped<DuplicateFinder>();
        builder.Services.AddHostedService<MatchIndexJob>();
        builder.Services.AddHostedService<RetentionJob>();
        return builder;
    }

    public static WebApplication MapContactsService(this WebApplication app)
    {
        app.MapLists();
        app.MapDrafts();
        app.MapContacts();
        app.MapDuplicates();
        return app;
    }

    /// <summary>For the API description: every route may answer with problem details.</summary>
    public static RouteGroupBuilder ProducesRefusals(this RouteGroupBuilder group) =>
        group.ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
}
