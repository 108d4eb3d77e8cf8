using System.Text.Json.Serialization;

namespace Signet.Contracts;

/// <summary>What one value of a contact means. Drafts and contacts are lists of fields of these kinds.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FieldKind>))]
public enum FieldKind
{
    [JsonStringEnumMemberName("salutation")] Salutation,
    [JsonStringEnumMemberName("academicTitle")] AcademicTitle,
    [JsonStringEnumMemberName("firstName")] FirstName,
    [JsonStringEnumMemberName("middleName")] MiddleName,
    [JsonStringEnumMemberName("lastName")] LastName,
    /// <summary>What follows the name: "Jr.", "MBA".</summary>
    [JsonStringEnumMemberName("suffix")] Suffix,
    [JsonStringEnumMemberName("jobTitle")] JobTitle,
    [JsonStringEnumMemberName("department")] Department,
    /// <summary>The company with its legal form.</summary>
    [JsonStringEnumMemberName("company")] Company,
    [JsonStringEnumMemberName("street")] Street,
    [JsonStringEnumMemberName("houseNumber")] HouseNumber,
    [JsonStringEnumMemberName("poBox")] PoBox,
    [JsonStringEnumMemberName("postcode")] Postcode,
    [JsonStringEnumMemberName("city")] City,
    [JsonStringEnumMemberName("region")] Region,
    /// <summary>ISO 3166-1 alpha-2, upper case.</summary>
    [JsonStringEnumMemberName("country")] Country,
    /// <summary>E.164, with ";ext=" and digits when there is an extension (RFC 3966).</summary>
    [JsonStringEnumMemberName("phone")] Phone,
    [JsonStringEnumMemberName("email")] Email,
    [JsonStringEnumMemberName("website")] Website,
    [JsonStringEnumMemberName("socialProfile")] SocialProfile,
    [JsonStringEnumMemberName("vatId")] VatId,
    [JsonStringEnumMemberName("commercialRegister")] CommercialRegister,
}

/// <summary>What a phone number is for; null in a field means that nothing said so.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PhoneType>))]
public enum PhoneType
{
    [JsonStringEnumMemberName("work")] Work,
    [JsonStringEnumMemberName("mobile")] Mobile,
    [JsonStringEnumMemberName("fax")] Fax,
    [JsonStringEnumMemberName("home")] Home,
    [JsonStringEnumMemberName("switchboard")] Switchboard,
}

/// <summary>Where a value came from (P06). Every stored field has one.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SourceKind>))]
public enum SourceKind
{
    [JsonStringEnumMemberName("mail")] Mail,
    [JsonStringEnumMemberName("card")] Card,
    [JsonStringEnumMemberName("import")] Import,
    [JsonStringEnumMemberName("crm")] Crm,
    /// <summary>Typed or confirmed by a person.</summary>
    [JsonStringEnumMemberName("hand")] Hand,
    [JsonStringEnumMemberName("api")] Api,
}

/// <summary>A half-open range of UTF-16 code units in the text of a capture answer.</summary>
public sealed record TextRange(int Start, int Length);

/// <summary>Where and when a stored field was taken, by which rule, and how sure the rule was (0 to 1).</summary>
public sealed record FieldSource(SourceKind Kind, DateTimeOffset CapturedAt, string? Rule, double Confidence);
