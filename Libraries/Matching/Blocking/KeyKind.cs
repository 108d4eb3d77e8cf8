namespace Signet.Matching.Blocking;

/// <summary>
/// What two records have in common that makes them worth comparing. Every pair worth finding shares at least one key although any one word of it is
/// mistyped: a slip leaves either the beginning or the end of a word as it was. People put their names into the wrong fields, so keys with "a name" are made of the
/// given and of the family name alike.
/// </summary>
public enum KeyKind
{
    Email,
    EmailName,
    Phone,
    /// <summary>Both names, in either order.</summary>
    Names,
    NameAndBeginning,
    NameAndEnd,
    NameAndPlace,
    NameAndStreet,
    BeginningAndPlace,
    BeginningAndCompany,
    BeginningAndDomain,
    BeginningAndPhone,
    BirthDate,
    BirthYear,
    BirthDay,
    /// <summary>A street with house number; a postcode with house number. Useful only where few share it.</summary>
    Address,
    CompanyName,
    CompanyWord,
    CompanyAndPlace,
    CompanyAddress,
}
