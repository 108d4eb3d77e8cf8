using Signet.ServiceDefaults;

namespace Signet.Identity.Data;

internal static class DataExtensions
{
    public static IHostApplicationBuilder AddIdentityData(this IHostApplicationBuilder builder)
    {
        builder.AddNpgsqlDbContext<IdentityDb>("identitydb");
        builder.AddNpgsqlDbContext<DirectoryDb>("identitydb", tenancy: false);
        return builder;
    }
}
