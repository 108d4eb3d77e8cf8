using System.Text.Json.Serialization;

namespace Signet.Contracts;

/// <summary>What one value of a contact means. Drafts and contacts are lists of fields of these kinds.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FieldKind>))]
public enum FieldKind
{
    /// <summary>How the person is addressed: "Frau", "Mr".</summary>
    [JsonStringEnumMemberName("salutation")] Salutation,
    /// <summary>What stands before the name: "Dr.", "Prof. Dr.-Ing.".</summary>
    [JsonStringEnumMemberName("academicTitle")] AcademicTitle,
    /// <summary>The given name that the person is called by.</summary>
    [JsonStringEnumMemberName("firstName")] FirstName,
    /// <summary>Further given names and initials.</summary>
    [JsonStringEnumMemberName("middleName")] MiddleName,
    /// <summary>The family name with its particles: "von der Tann".</summary>
    [JsonStringEnumMemberName("lastName")] LastName,
    /// <summary>What follows the name: "Jr.", "MBA".</summary>
    [JsonStringEnumMemberName("suffix")] Suffix,
    /// <summary>What the person does in the company: "Leiterin Einkauf".</summary>
    [JsonStringEnumMemberName("jobTitle")] JobTitle,
    /// <summary>The part of the company that the person belongs to.</summary>
    [JsonStringEnumMemberName("department")] Department,
    /// <summary>The company with its legal form.</summary>
    [JsonStringEnumMemberName("company")] Company,
    /// <summary>The street without its number.</summary>
    [JsonStringEnumMemberName("street")] Street,
    /// <summary>"118a", "12-14".</summary>
    [JsonStringEnumMemberName("houseNumber")] HouseNumber,
    /// <summary>The number of the post office box, without the word for it.</summary>
    [JsonStringEnumMemberName("poBox")] PoBox,
    /// <summary>As the country writes it, without a country prefix.</summary>
    [JsonStringEnumMemberName("postcode")] Postcode,
    /// <summary>The place that belongs to the postcode.</summary>
    [JsonStringEnumMemberName("city")] City,
    /// <summary>State, province, canton or county.</summary>
    [JsonStringEnumMemberName("region")] Region,
    /// <summary>ISO 3166-1 alpha-2, upper case.</summary>
    [JsonStringEnumMemberName("country")] Country,
    /// <summary>E.164, with ";ext=" and digits when there is an extension (RFC 3966).</summary>
    [JsonStringEnumMemberName("phone")] Phone,
    /// <summary>The address alone, without a name around it.</summary>
    [JsonStringEnumMemberName("email")] Email,
    /// <summary>An address of the web, http or https or without scheme.</summary>
    [JsonStringEnumMemberName("website")] Website,
    /// <summary>The address of a profile in a social network.</summary>
    [JsonStringEnumMemberName("socialProfile")] SocialProfile,
    /// <summary>The VAT identification number with its country: "DE999999999".</summary>
    [JsonStringEnumMemberName("vatId")] VatId,
    /// <summary>Register and number: "Amtsgericht Musterstadt HRB 417".</summary>
    [JsonStringEnumMemberName("commercialRegister")] CommercialRegister,
}

/// <summary>What a phone number is for; null in a field means that nothing said so.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PhoneType>))]
public enum PhoneType
{
    /// <summary>The person's own number at work.</summary>
    [JsonStringEnumMemberName("work")] Work,
    /// <summary>A mobile phone.</summary>
    [JsonStringEnumMemberName("mobile")] Mobile,
    /// <summary>A fax machine.</summary>
    [JsonStringEnumMemberName("fax")] Fax,
    /// <summary>The private line.</summary>
    [JsonStringEnumMemberName("home")] Home,
    /// <summary>The company's number, where somebody connects.</summary>
    [JsonStringEnumMemberName("switchboard")] Switchboard,
}

/// <summary>Where a value came from (P06). Every stored field has one.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SourceKind>))]
public enum SourceKind
{
    /// <summary>Read from a mail or pasted text.</summary>
    [JsonStringEnumMemberName("mail")] Mail,
    /// <summary>Read from a business card.</summary>
    [JsonStringEnumMemberName("card")] Card,
    /// <summary>From an uploaded inventory.</summary>
    [JsonStringEnumMemberName("import")] Import,
    /// <summary>From the customer's CRM.</summary>
    [JsonStringEnumMemberName("crm")] Crm,
    /// <summary>Typed or confirmed by a person.</summary>
    [JsonStringEnumMemberName("hand")] Hand,
    /// <summary>Written by a program.</summary>
    [JsonStringEnumMemberName("api")] Api,
}

/// <summary>A half-open range of UTF-16 code units in the text of a capture answer.</summary>
/// <param name="Start">The first code unit, counted from 0.</param>
/// <param name="Length">How many there are.</param>
public sealed record TextRange(int Start, int Length);

/// <summary>Where and when a stored field was taken, by which rule, and how sure the rule was (0 to 1).</summary>
public sealed record FieldSource(SourceKind Kind, DateTimeOffset CapturedAt, string? Rule, double Confidence);
