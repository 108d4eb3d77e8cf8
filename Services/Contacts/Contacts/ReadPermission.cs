using System.Security.Claims;
using Signet.Contracts;
using Signet.ServiceDefaults;

namespace Signet.Contacts.Contacts;

/// <summary>Answers of writes show stored contacts only to who may read them.</summary>
internal static class ReadPermission
{
    public static bool MayRead(this ClaimsPrincipal caller) =>
        caller.FindFirst(InternalToken.Scope)?.Value.Split(' ').Contains(Permissions.ContactsRead, StringComparer.Ordinal) == true;
}
