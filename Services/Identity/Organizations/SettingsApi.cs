using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Signet.Contracts;
using Signet.Identity.Data;
using Signet.ServiceDefaults;

namespace Signet.Identity.Organizations;

/// <summary>What holds for everybody of the caller's organisation. There is no id in the address: nobody can name another organisation.</summary>
public static class SettingsApi
{
    private const string Path = "/api/v1/organization/settings";

    public static IEndpointRouteBuilder MapSettingsApi(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(Path).WithTags("Organization").RequireCallers(Callers.Gateway);
        group.MapGet("", Read).WithName("GetOrganizationSettings").RequirePermission(Permissions.ProfileRead);
        group.MapPut("", Change).WithName("UpdateOrganizationSettings").RequirePermission(Permissions.OrganizationManage);
        return routes;
    }

    /// <summary>The settings; their ETag is what a change names in If-Match.</summary>
    public static async Task<Results<Ok<OrganizationSettings>, ProblemHttpResult>> Read(IdentityDb db, Tenant tenant, HttpResponse response, CancellationToken cancellationToken)
    {
        var organization = await db.TransactAsync(ct => Own(db, tenant).AsNoTracking().SingleOrDefaultAsync(ct), cancellationToken);
        return organization is null ? SettingsProblems.NotFound() : Answer(organization, response);
    }

    /// <summary>All settings, for the version in If-Match only. Tokens carry them: captures follow within a minute.</summary>
    public static async Task<Results<Ok<OrganizationSettings>, ProblemHttpResult>> Change(
        OrganizationSettings request, [FromHeader(Name = "If-Match")] string? ifMatch, IdentityDb db, Tenant tenant, HttpResponse response, CancellationToken cancellationToken)
    {
        if (!IfMatch.IsPresent(ifMatch))
            return SettingsProblems.IfMatchMissing();

        try
        {
            return await db.TransactAsync(ct => ChangeAsync(request, ifMatch, db, tenant, response, ct), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else was faster between our read and our write, which was rolled back.
            return SettingsProblems.Stale();
        }
    }

    private static async Task<Results<Ok<OrganizationSettings>, ProblemHttpResult>> ChangeAsync(
        OrganizationSettings request, string? ifMatch, IdentityDb db, Tenant tenant, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await Own(db, tenant).SingleOrDefaultAsync(cancellationToken) is not { } organization)
            return SettingsProblems.NotFound();
        if (!IfMatch.Allows(ifMatch, organization.Version))
            return SettingsProblems.Stale();
        if (SettingsProblems.Check(request) is { } problem)
            return problem;

        var before = organization.Locale;
        organization.Change(request);
        db.Audit("organization.settings-changed", "organization", organization.Id, ("locale", organization.Locale), ("localeBefore", before));
        await db.SaveChangesAsync(cancellationToken);
        return Answer(organization, response);
    }

    private static IQueryable<Organization> Own(IdentityDb db, Tenant tenant) => db.Organizations.Where(organization => organization.Id == tenant.OrganizationId);

    private static Ok<OrganizationSettings> Answer(Organization organization, HttpResponse response)
    {
        response.Headers.ETag = IfMatch.ETagOf(organization.Version);
        return TypedResults.Ok(new OrganizationSettings(organization.Region, organization.Language));
    }
}
