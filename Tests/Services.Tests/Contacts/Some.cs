using Signet.Contacts.Contacts;
using Signet.Contracts;

namespace Signet.Services.Tests.Contacts;

/// <summary>Short words for test data.</summary>
internal static class Some
{
    public static FieldValue First(string value) => new(FieldKind.FirstName, value, null);

    public static FieldValue Last(string value) => new(FieldKind.LastName, value, null);

    public static FieldValue Company(string value) => new(FieldKind.Company, value, null);

    public static FieldValue Email(string value) => new(FieldKind.Email, value, null);

    public static FieldValue Phone(string value, PhoneType? type = null) => new(FieldKind.Phone, value, type);

    public static FieldValue City(string value) => new(FieldKind.City, value, null);

    public static FieldValue Title(string value) => new(FieldKind.AcademicTitle, value, null);
}
