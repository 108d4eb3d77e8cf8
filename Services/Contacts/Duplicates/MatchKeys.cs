using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Signet.Contacts.Contacts;
using Signet.Contracts;
using Signet.Matching.Normalisation;

namespace Signet.Contacts.Duplicates;

/// <summary>
/// The exact keys by which two records are probably of one person: e-mail, phone, name with company. A value that many people share
/// (info@, a switchboard, a fax) says something only together with the name, and is a key only so.
/// </summary>
public static class MatchKeys
{
    public const string Email = "email";
    public const string Phone = "phone";
    public const string NameCompany = "nameCompany";

    /// <summary>Bounds the cost of a save and of a look-up.</summary>
    public const int MostPerContact = 64;

    /// <summary>The hashed keys of a record, each with its kind (what a <see cref="DuplicateHint"/> calls it).</summary>
    public static IReadOnlyDictionary<long, string> Of(IReadOnlyCollection<FieldValue> fields)
    {
        var name = PersonName(fields);
        var keys = new Dictionary<long, string>();
        foreach (var field in fields)
        {
            var (kind, key) = field.Kind switch
            {
                FieldKind.Email => (Email, EmailKey(field.Value, name)),
                FieldKind.Phone => (Phone, PhoneKey(field.Value, field.PhoneType, name)),
                FieldKind.Company when name.Length > 0 => (NameCompany, CompanyNames.Fold(field.Value) is { Length: > 0 } company ? $"{name}|{company}" : null),
                _ => (string.Empty, null),
            };
            if (key is not null && keys.Count < MostPerContact) keys.TryAdd(Hash(kind, key), kind);
        }
        return keys;
    }

    private static string EmailKey(string value, string name)
    {
        var address = value.Trim().ToLowerInvariant();
        return RoleAddresses.Contains(address) ? $"{address}|{name}" : address;
    }

    // The extension belongs to the key: it is what makes a switchboard's number a person's.
    private static string? PhoneKey(string value, PhoneType? type, string name)
    {
        var number = string.Concat(value.ToLowerInvariant().Where(letter => char.IsAsciiDigit(letter) || letter is 'x'));
        if (number.Count(char.IsAsciiDigit) < 5) return null;
        var shared = type is PhoneType.Switchboard or PhoneType.Fax && !number.Contains('x', StringComparison.Ordinal);
        return shared ? $"{number}|{name}" : number;
    }

    // In either order: mail programs write "Müller, Anna" as well as "Anna Müller".
    private static string PersonName(IReadOnlyCollection<FieldValue> fields)
    {
        if (!fields.Any(field => field.Kind is FieldKind.LastName)) return string.Empty;
        var parts = fields
            .Where(field => field.Kind is FieldKind.FirstName or FieldKind.LastName)
            .Select(field => TextFold.Fold(field.Value))
            .Where(part => part.Length > 0)
            .Order(StringComparer.Ordinal);
        return string.Join(' ', parts);
    }

    private static long Hash(string kind, string key) =>
        BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}:{key}")));
}
