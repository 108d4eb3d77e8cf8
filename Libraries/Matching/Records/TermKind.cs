namespace Signet.Matching.Records;

/// <summary>What a term is a value of. How common a value is is counted by kind.</summary>
public enum TermKind
{
    FirstName,
    FirstNameInitial,
    /// <summary>A country: names go with it.</summary>
    Country,
    FirstNameInCountry,
    LastNameInCountry,
    LastName,
    Company,
    CompanyWord,
    EmailAddress,
    EmailName,
    Domain,
    Phone,
    /// <summary>A number without its last digits: what the phones of one office share.</summary>
    PhoneStem,
    Street,
    HouseNumber,
    Postcode,
    City,
    Region,
    /// <summary>Street, house number and postcode together.</summary>
    Address,
    BirthDate,
    BirthYear,
    Other,
}
