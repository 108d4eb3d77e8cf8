using Signet.Contracts;
using Signet.ServiceDefaults;

namespace Signet.Contacts.Duplicates;

public static class DuplicatesApi
{
    // A POST, because the values are contact data and belong in no URL. It creates nothing, so no Idempotency-Key is asked for.
    public static void MapDuplicates(this IEndpointRouteBuilder app) =>
        app.MapGroup("/api/v1/duplicates").WithTags("Duplicates").RequireCallers(Callers.Gateway).ProducesRefusals()
            .MapPost("/", FindDuplicates.HandleAsync).RequirePermission(Permissions.ContactsRead).WithName("FindDuplicates");
}
