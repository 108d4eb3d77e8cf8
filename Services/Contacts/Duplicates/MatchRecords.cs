using Signet.Contacts.Contacts;
using Signet.Contracts;
using Signet.Matching;

namespace Signet.Contacts.Duplicates;

/// <summary>A contact's values as the matching library takes them.</summary>
public static class MatchRecords
{
    public static MatchRecord Of(string id, IEnumerable<FieldValue> fields) =>
        new(id, [.. fields.Select(field => (Field: FieldOf(field), field.Value)).Where(field => field.Field is not null).Select(field => new MatchValue(field.Field!.Value, field.Value))]);

    /// <summary>Null for what tells nobody from another.</summary>
    public static MatchField? FieldOf(FieldValue field) => field.Kind switch
    {
        FieldKind.Salutation => MatchField.Salutation,
        FieldKind.AcademicTitle => MatchField.Title,
        FieldKind.FirstName => MatchField.FirstName,
        FieldKind.LastName => MatchField.LastName,
        FieldKind.Company => MatchField.Company,
        FieldKind.Email => MatchField.Email,
        FieldKind.Phone => field.PhoneType switch
        {
            PhoneType.Mobile => MatchField.Mobile,
            PhoneType.Fax => MatchField.Fax,
            _ => MatchField.Phone,
        },
        FieldKind.Street => MatchField.Street,
        FieldKind.HouseNumber => MatchField.HouseNumber,
        FieldKind.Postcode => MatchField.Postcode,
        FieldKind.City => MatchField.City,
        FieldKind.Region => MatchField.Region,
        FieldKind.Country => MatchField.Country,
        _ => null,
    };
}
