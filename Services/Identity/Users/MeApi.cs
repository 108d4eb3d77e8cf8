using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Signet.Contracts;
using Signet.Identity.Data;
using Signet.Identity.Tokens;
using Signet.ServiceDefaults;

namespace Signet.Identity.Users;

/// <summary>Who is signed in.</summary>
public static class MeApi
{
    public static IEndpointRouteBuilder MapMeApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/me", GetMe).WithName("GetMe").WithTags("Me").RequirePermission(Permissions.ProfileRead);
        return routes;
    }

    /// <summary>The user, the organisation, and what this sign-in or token may do.</summary>
    public static async Task<Results<Ok<MeResponse>, ProblemHttpResult>> GetMe(IdentityDb db, Tenant tenant, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        var me = await db.TransactAsync(ct => (
            from user in db.Users
            join organization in db.Organizations on user.OrganizationId equals organization.Id
            where user.Id == tenant.UserId && user.OrganizationId == tenant.OrganizationId
            select new { user.Id, user.Email, user.DisplayName, Organization = new OrganizationResponse(organization.Id, organization.Name, organization.Region, organization.Language) }).SingleOrDefaultAsync(ct), cancellationToken);

        return me is null
            ? Problems.NotFound("user-not-found", "This user is gone", "Ask the administrator of your organization, or sign in as another user.")
            : TypedResults.Ok(new MeResponse(me.Id, me.Email, me.DisplayName, me.Organization, caller.GrantedPermissions()));
    }
}
