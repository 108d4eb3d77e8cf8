using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Signet.Identity.Data;

namespace Signet.Identity.Keys;

/// <summary>Keeps the keys of Data Protection in identitydb, so that every replica can read the others' cookies. Its interface is synchronous; it is used once a day.</summary>
internal sealed class DataProtectionRepository(IServiceScopeFactory scopes, TimeProvider clock) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<DirectoryDb>();
        return [.. db.DataProtectionKeys.AsNoTracking().Select(key => key.Xml).ToList().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<DirectoryDb>();
        var now = clock.GetUtcNow();
        db.DataProtectionKeys.Add(new DataProtectionRecord { Id = Guid.CreateVersion7(now), Xml = element.ToString(SaveOptions.DisableFormatting), CreatedAt = now });
        db.SaveChanges();
    }
}
