using System.Globalization;

namespace Signet.Matching.Scoring;

/// <summary>Reasons in English, for clients that have no words of their own for a code.</summary>
public static class ReasonTexts
{
    /// <param name="one">The first record's value as it is to be shown; null when the reason is not about values.</param>
    /// <param name="other">That of the other record.</param>
    /// <param name="sharers">How many records have the value; null when nothing counted them.</param>
    public static string Of(ReasonCode code, string? one, string? other, int? sharers) => code switch
    {
        ReasonCode.FirstNameSame => "Same first name",
        ReasonCode.FirstNameShortForm => Pair("First name in another form", one, other),
        ReasonCode.FirstNameSimilar => Pair("First name spelled differently", one, other),
        ReasonCode.FirstNamePart => Pair("One first name in common", one, other),
        ReasonCode.FirstNameInitial => Pair("First name fits the initial", one, other),
        ReasonCode.FirstNameDifferent => Pair("Other first name", one, other),
        ReasonCode.LastNameSame => "Same last name",
        ReasonCode.LastNameSimilar => Pair("Last name spelled differently", one, other),
        ReasonCode.LastNamePart => Pair("Part of the last name in common", one, other),
        ReasonCode.LastNameDifferent => Pair("Other last name", one, other),
        ReasonCode.NamesSwapped => "First and last name swapped",
        ReasonCode.SalutationDifferent => "Other salutation",
        ReasonCode.EmailSame => "Same e-mail address",
        ReasonCode.EmailSimilar => Pair("E-mail address spelled differently", one, other),
        ReasonCode.EmailNameSame => Pair("Same mailbox name at another domain", one, other),
        ReasonCode.EmailDifferent => Pair("Other e-mail address", one, other),
        ReasonCode.OfficeEmailSame => "Same e-mail address of an office",
        ReasonCode.DomainSame => "Same mail domain",
        ReasonCode.DomainSimilar => Pair("Similar mail domain", one, other),
        ReasonCode.MobileSame => "Same mobile number" + Shared(sharers),
        ReasonCode.MobileSimilar => Pair("Similar mobile number", one, other),
        ReasonCode.MobileDifferent => "Other mobile number",
        ReasonCode.PhoneSame => "Same phone number" + Shared(sharers),
        ReasonCode.PhoneSimilar => Pair("Similar phone number", one, other),
        ReasonCode.OfficePhoneSame => Pair("Numbers of one office", one, other),
        ReasonCode.ExtensionDifferent => "Other extension",
        ReasonCode.PhoneDifferent => "Other phone number",
        ReasonCode.CompanySame => "Same company",
        ReasonCode.CompanySimilar => Pair("Company spelled differently", one, other),
        ReasonCode.CompanyPart => Pair("Part of the company's name in common", one, other),
        ReasonCode.CompanyOfDomain => Pair("Mail domain fits the company", one, other),
        ReasonCode.CompanyDifferent => Pair("Other company", one, other),
        ReasonCode.AddressSame => "Same address",
        ReasonCode.StreetSame => "Same street",
        ReasonCode.StreetSimilar => Pair("Street spelled differently", one, other),
        ReasonCode.AddressDifferent => Pair("Other address", one, other),
        ReasonCode.PlaceSame => "Same place",
        ReasonCode.PlaceDifferent => Pair("Other place", one, other),
        ReasonCode.BirthDateSame => "Same date of birth",
        ReasonCode.BirthDateSimilar => "Similar date of birth",
        ReasonCode.BirthDateDifferent => "Other date of birth",
        ReasonCode.OtherSame => "Same further value",
        ReasonCode.OtherDifferent => "Other further value",
        ReasonCode.PersonAndCompany => "One names a person, the other only a company",
        ReasonCode.SharedWithOthers => "Relatives or colleagues could share all of this",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, null),
    };

    private static string Pair(string words, string? one, string? other) => one is null || other is null || one == other ? words : $"{words}: {one} / {other}";

    private static string Shared(int? sharers) => sharers > 1 ? string.Create(CultureInfo.InvariantCulture, $", which {sharers} contacts have") : string.Empty;
}
