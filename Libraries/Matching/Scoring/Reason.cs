namespace Signet.Matching.Scoring;

/// <summary>Why two records are or are not one: what is shown to people in their language.</summary>
public enum ReasonCode
{
    FirstNameSame,
    FirstNameShortForm,
    FirstNameSimilar,
    FirstNamePart,
    FirstNameInitial,
    FirstNameDifferent,
    LastNameSame,
    LastNameSimilar,
    LastNamePart,
    LastNameDifferent,
    NamesSwapped,
    SalutationDifferent,
    EmailSame,
    EmailSimilar,
    EmailNameSame,
    EmailDifferent,
    OfficeEmailSame,
    DomainSame,
    DomainSimilar,
    MobileSame,
    MobileSimilar,
    MobileDifferent,
    PhoneSame,
    PhoneSimilar,
    OfficePhoneSame,
    ExtensionDifferent,
    PhoneDifferent,
    CompanySame,
    CompanySimilar,
    CompanyPart,
    /// <summary>The company of one, and the mail domain of the other.</summary>
    CompanyOfDomain,
    CompanyDifferent,
    AddressSame,
    StreetSame,
    StreetSimilar,
    AddressDifferent,
    PlaceSame,
    PlaceDifferent,
    BirthDateSame,
    BirthDateSimilar,
    BirthDateDifferent,
    OtherSame,
    OtherDifferent,
    /// <summary>One record names a person, the other only a company.</summary>
    PersonAndCompany,
    /// <summary>Relatives or colleagues explain what the two share as well as one person does.</summary>
    SharedWithOthers,
}

/// <param name="Bits">What it adds to the score; negative when it speaks against.</param>
/// <param name="One">The normalised value of the first record, where the reason is about values.</param>
/// <param name="Other">That of the other record.</param>
/// <param name="Sharers">How many records have the value, or zero when that plays no part.</param>
public readonly record struct Reason(ReasonCode Code, float Bits, string One = "", string Other = "", int Sharers = 0);
