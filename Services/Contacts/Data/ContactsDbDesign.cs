using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Signet.ServiceDefaults;

namespace Signet.Contacts.Data;

/// <summary>For <c>dotnet ef migrations add</c> only: the model without a host, a certificate or a database.</summary>
public sealed class ContactsDbDesign : IDesignTimeDbContextFactory<ContactsDb>
{
    public ContactsDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<ContactsDb>().UseNpgsql().UseSnakeCaseNamingConvention().Options, new Tenant());
}
