using Signet.Contracts;

namespace Signet.Contacts.Contacts;

public static class FieldLists
{
    /// <summary>The country that the fields themselves name; it reads phone numbers without country code.</summary>
    public static string? CountryOf<T>(this IEnumerable<T> fields, Func<T, FieldKind> kind, Func<T, string?> value)
    {
        var code = fields.Where(field => kind(field) is FieldKind.Country).Select(value).FirstOrDefault()?.Trim().ToUpperInvariant();
        return code is not null && PhoneNumbers.IsRegion(code) ? code : null;
    }
}
