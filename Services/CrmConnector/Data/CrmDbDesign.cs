using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Signet.ServiceDefaults;

namespace Signet.CrmConnector.Data;

/// <summary>For <c>dotnet ef migrations add</c> only: the model without a host, a certificate or a database.</summary>
public sealed class CrmDbDesign : IDesignTimeDbContextFactory<CrmDb>
{
    public CrmDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<CrmDb>().UseNpgsql().UseSnakeCaseNamingConvention().Options, new Tenant());
}
