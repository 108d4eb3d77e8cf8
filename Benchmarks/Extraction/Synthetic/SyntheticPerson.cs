using Signet.Contracts;

namespace Signet.Benchmarks.Extraction.Synthetic;

/// <summary>An invented person with everything that a signature can say.</summary>
internal sealed record SyntheticPerson(
    Locale Locale,
    string AcademicTitle,
    string First,
    string Last,
    string JobTitle,
    string OtherTitle,
    string Department,
    string Company,
    string Domain,
    string Street,
    string PlaceLine,
    string Postcode,
    string City,
    string Country,
    IReadOnlyList<SyntheticPhone> Phones,
    string Email,
    string Website)
{
    public string Name => $"{First} {Last}";

    public string TitledName => AcademicTitle.Length == 0 ? Name : $"{AcademicTitle} {Name}";
}

/// <summary>A number as it is written, and what it means.</summary>
internal sealed record SyntheticPhone(PhoneType Type, string Label, string Written, string E164);
