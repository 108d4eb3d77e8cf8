namespace Signet.Matching;

/// <summary>What a value of a record means. A record may have several values of one field.</summary>
public enum MatchField
{
    Salutation,
    Title,
    FirstName,
    LastName,
    /// <summary>First and last name in one value, in either order.</summary>
    FullName,
    Company,
    JobTitle,
    Email,
    Phone,
    Mobile,
    Fax,
    /// <summary>Street with or without the house number.</summary>
    Street,
    HouseNumber,
    Postcode,
    City,
    Region,
    /// <summary>ISO code or a name of the country.</summary>
    Country,
    /// <summary>Year, month, day in that order, or day, month, year with dots.</summary>
    BirthDate,
    BirthYear,
    BirthMonth,
    BirthDay,
    Website,
    /// <summary>Anything else that is compared as it stands.</summary>
    Other,
}
