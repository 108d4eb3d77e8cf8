using Signet.Contracts;
using Signet.Matching.Normalisation;

namespace Signet.Contacts.Contacts;

/// <summary>How a contact is called and where it stands in a list sorted by name.</summary>
public static class DisplayNames
{
    private static readonly FieldKind[] NameOrder = [FieldKind.FirstName, FieldKind.MiddleName, FieldKind.LastName, FieldKind.Suffix];
    private static readonly FieldKind[] InPlaceOfAName = [FieldKind.Company, FieldKind.Email, FieldKind.Phone];

    private const int LongestSortKey = 256;

    /// <summary>The person's name with titles; without one, the company, the e-mail address, or the phone number.</summary>
    public static string Of(IReadOnlyCollection<FieldValue> fields)
    {
        var name = Joined(fields, NameOrder);
        return name.Length > 0 ? $"{Joined(fields, [FieldKind.AcademicTitle])} {name}".Trim() : InPlace(fields);
    }

    /// <summary>Folded, titles left out: "Dr. Özlem Ay" stands at "ozlem ay".</summary>
    public static string SortKey(IReadOnlyCollection<FieldValue> fields)
    {
        var name = Joined(fields, NameOrder);
        var key = TextFold.Fold(name.Length > 0 ? name : InPlace(fields));
        return key.Length > LongestSortKey ? key[..LongestSortKey] : key;
    }

    private static string InPlace(IReadOnlyCollection<FieldValue> fields) =>
        InPlaceOfAName.Select(kind => First(fields, kind)).FirstOrDefault(value => value is not null) ?? string.Empty;

    private static string Joined(IReadOnlyCollection<FieldValue> fields, FieldKind[] kinds) =>
        string.Join(' ', kinds.SelectMany(kind => fields.Where(field => field.Kind == kind)).Select(field => field.Value));

    public static string? First(IReadOnlyCollection<FieldValue> fields, FieldKind kind) =>
        fields.FirstOrDefault(field => field.Kind == kind)?.Value;
}
