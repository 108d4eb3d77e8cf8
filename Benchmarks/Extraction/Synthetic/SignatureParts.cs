using Signet.Contracts;

namespace Signet.Benchmarks.Extraction.Synthetic;

/// <summary>The lines that one signature shows, chosen once; layouts only arrange them.</summary>
internal sealed class SignatureParts
{
    // Fields of work that look like the codes of countries.
    private static readonly string[] Fields = ["IT", "HR", "MA", "IN"];

    private readonly Chance chance;
    private readonly SyntheticPerson person;
    private readonly SyntheticGold gold;
    private readonly string colon;

    public SignatureParts(Chance chance, SyntheticPerson person, SyntheticGold gold)
    {
        (this.chance, this.person, this.gold) = (chance, person, gold);
        colon = chance.Of(": ", ": ", " ", ":\t", " : ");
        gold.HasSignature = true;
        Name = chance.Happens(0.06) ? person.TitledName.ToUpperInvariant() : person.TitledName;
        if (chance.Happens(0.04)) Name += chance.Of(" (she/her)", " (er/ihm)", " (he/him)");
        Title = chance.Happens(0.8) ? Titled() : "";
        Department = chance.Happens(0.15) ? Shown(FieldKind.Department, chance.Happens(0.15) ? chance.Of(Fields) : person.Department) : "";
        Company = chance.Happens(0.9) ? Shown(FieldKind.Company, person.Company) : "";
        if (chance.Happens(0.75)) (Street, Place, Country) = Address();
        Phones = [.. person.Phones.Select(Phone)];
        Mail = chance.Happens(0.6) ? Mailed() : "";
        Web = chance.Happens(0.7) ? Site() : "";
    }

    public string Name { get; }

    public string Title { get; }

    public string Department { get; }

    public string Company { get; }

    public string Street { get; } = "";

    public string Place { get; } = "";

    public string Country { get; } = "";

    public IReadOnlyList<string> Phones { get; }

    public string Mail { get; }

    public string Web { get; }

    /// <summary>Phones, mail and web, one a line.</summary>
    public IEnumerable<string> Contacts => Filled([.. Phones, Mail, Web]);

    public IEnumerable<string> Address3 => Filled(Street, Place, Country);

    public static IEnumerable<string> Filled(params IEnumerable<string> lines) => lines.Where(line => line.Length > 0);

    private string Shown(FieldKind kind, string value)
    {
        gold.Single[kind] = [value];
        return value;
    }

    private string Titled()
    {
        if (chance.Happens(0.06)) return WithField(chance.Of(", ", " | ", " - "));
        if (person.Locale.Language == "en" || !chance.Happens(0.15)) return Shown(FieldKind.JobTitle, person.JobTitle);
        var both = $"{person.JobTitle} / {person.OtherTitle}";
        gold.Single[FieldKind.JobTitle] = [person.JobTitle, person.OtherTitle, both];
        return both;
    }

    // "Project Manager, IT"
    private string WithField(string separator)
    {
        var whole = person.JobTitle + separator + chance.Of(Fields);
        gold.Single[FieldKind.JobTitle] = [person.JobTitle, whole];
        return whole;
    }

    private (string, string, string) Address()
    {
        gold.Single[FieldKind.Street] = [person.Street];
        gold.Single[FieldKind.Postcode] = [person.Postcode];
        gold.Single[FieldKind.City] = [person.City];
        var prefix = person.Locale.Country switch { "DE" => "D-", "AT" => "A-", "CH" => "CH-", "FR" => "F-", "IT" => "I-", "ES" => "E-", "BE" => "B-", _ => "" };
        return (person.Street, (chance.Happens(0.15) ? prefix : "") + person.PlaceLine, chance.Happens(0.3) ? person.Country : "");
    }

    private string Phone(SyntheticPhone phone)
    {
        gold.Phones.Add((phone.Type, phone.E164));
        // American habit: "(713) 555-0100 fax".
        if (person.Locale.Country == "US" && phone.Label.Length > 2 && chance.Happens(0.2)) return $"{phone.Written} {phone.Label.ToLowerInvariant()}";
        return phone.Label + colon + phone.Written;
    }

    private string Mailed()
    {
        gold.Emails.Add(person.Email);
        return chance.Happens(0.7) ? chance.Of(person.Locale["mail"]) + colon + person.Email : person.Email;
    }

    private string Site()
    {
        gold.Websites.Add(person.Domain);
        return chance.Happens(0.3) ? chance.Of(person.Locale["web"]) + colon + person.Website : person.Website;
    }
}
