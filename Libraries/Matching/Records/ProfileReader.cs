using Signet.Matching.Normalisation;

namespace Signet.Matching.Records;

/// <summary>Turns records into profiles.</summary>
public sealed class ProfileReader(Terms terms)
{
    private const int MostValues = 8;
    // An office numbers its extensions with the last two digits, or three.
    private const int ExtensionDigits = 2;
    private const int LongestTerm = 120;

    public Profile Read(MatchRecord record)
    {
        var values = new FieldValues(record.Values);
        var name = PersonNames.Read(values[MatchField.FirstName], values[MatchField.LastName], values[MatchField.FullName]);
        if (Array.Exists(name.First, word => word.Length > 1)) name = name with { First = Array.FindAll(name.First, word => word.Length > 1) };
        var firstWords = All(TermKind.FirstName, name.First);
        var lastWords = All(TermKind.LastName, name.Last);
        var country = CountryCodes.Read(values.First(MatchField.Country));
        var (streets, houseNumber) = Streets(values);
        var postcode = TextFold.Fold(values.First(MatchField.Postcode)).Replace(" ", "", StringComparison.Ordinal);
        var birth = Birth(values);
        return new(record.Id)
        {
            Fingerprint = Fingerprints.Of(record.Values),
            FirstWords = firstWords,
            Country = One(TermKind.Country, country),
            FirstInCountry = InCountry(TermKind.FirstNameInCountry, country, name.First),
            LastInCountry = InCountry(TermKind.LastNameInCountry, country, name.Last),
            First = firstWords.Length == 1 ? firstWords[0] : One(TermKind.FirstName, string.Concat(name.First)),
            FirstInitial = name.First is [{ Length: > 0 } first, ..] ? One(TermKind.FirstNameInitial, first[..1]) : null,
            LastWords = lastWords,
            Last = lastWords.Length == 1 ? lastWords[0] : One(TermKind.LastName, string.Concat(name.Last)),
            Company = Company(values.First(MatchField.Company)),
            Emails = Emails(values[MatchField.Email]),
            Phones = Phones(values, country),
            Streets = streets,
            HouseNumber = One(TermKind.HouseNumber, houseNumber),
            Postcode = One(TermKind.Postcode, postcode),
            City = One(TermKind.City, CityNames.Fold(values.First(MatchField.City))),
            Region = One(TermKind.Region, TextFold.Fold(values.First(MatchField.Region))),
            Address = streets.Length > 0 && (houseNumber.Length > 0 || postcode.Length > 0) ? One(TermKind.Address, $"{(streets.Length == 1 ? streets[0].Name.Text : string.Join(';', streets.Select(street => street.Name.Text)))}|{houseNumber}|{postcode}") : null,
            Birth = birth,
            BirthDate = birth.IsWhole ? One(TermKind.BirthDate, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{birth.Year}-{birth.Month}-{birth.Day}")) : null,
            BirthYear = birth.Year > 0 ? One(TermKind.BirthYear, birth.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)) : null,
            Others = values[MatchField.Other] is { Count: > 0 } others ? All(TermKind.Other, [.. others.Select(TextFold.Fold)]) : [],
            Gender = Genders.Of(values[MatchField.Salutation]),
        };
    }

    private Term? InCountry(TermKind kind, string country, string[] name) =>
        country.Length == 0 || name.Length == 0 ? null : One(kind, string.Concat(country, string.Concat(name)));

    // Several lines of an address: a house, a part of town. The number may stand in any.
    private (Street[] Streets, string HouseNumber) Streets(FieldValues values)
    {
        var number = values.First(MatchField.HouseNumber);
        if (values[MatchField.Street].Count == 0) return ([], TextFold.Fold(number).Replace(" ", "", StringComparison.Ordinal));
        var streets = new List<Street>();
        foreach (var value in values[MatchField.Street])
        {
            if (streets.Count == MostValues) break;
            var parts = StreetParts.Read(value, number);
            number = parts.Number;
            if (One(TermKind.Street, parts.Name) is { } name)
                streets.Add(name.Shared is Street known && known.Words.AsSpan().SequenceEqual(parts.Words) ? known : Shared(name, new Street(name, parts.Words)));
        }
        return ([.. streets], StreetParts.Read("", number).Number);
    }

    private static BirthDate Birth(FieldValues values)
    {
        var whole = BirthDate.Read(values.First(MatchField.BirthDate));
        return whole.IsMissing
            ? new(BirthDate.Number(values.First(MatchField.BirthYear)), BirthDate.Number(values.First(MatchField.BirthMonth)), BirthDate.Number(values.First(MatchField.BirthDay)))
            : whole;
    }

    private CompanyName? Company(string value)
    {
        var words = CompanyWords.Read(value);
        if (One(TermKind.Company, string.Concat(words)) is not { } whole) return null;
        var terms = All(TermKind.CompanyWord, words);
        return whole.Shared is CompanyName known && known.Words.AsSpan().SequenceEqual(terms) ? known : Shared(whole, new CompanyName(whole, terms));
    }

    private Email[] Emails(IReadOnlyList<string> values)
    {
        if (values.Count == 0) return [];
        var emails = new List<Email>();
        foreach (var value in values)
        {
            if (emails.Count == MostValues) break;
            var parts = EmailParts.Read(value);
            if (One(TermKind.EmailAddress, parts.Whole) is { } whole)
            {
                var domain = parts.IsFree ? null : One(TermKind.Domain, parts.Domain);
                emails.Add(new(whole, parts.IsRole ? null : One(TermKind.EmailName, parts.Local), domain, parts.IsRole, domain is null ? "" : domain.Shared as string ?? Shared(domain, Owner(domain.Text))));
            }
        }
        return [.. emails];
    }

    private static string Owner(string domain) => TextFold.Fold(EmailParts.Owner(domain)).Replace(" ", "", StringComparison.Ordinal);

    private static T Shared<T>(Term term, T made) where T : class
    {
        term.Shared = made;
        return made;
    }

    private Phone[] Phones(FieldValues values, string country)
    {
        var phones = new List<Phone>();
        foreach (var field in (ReadOnlySpan<MatchField>)[MatchField.Phone, MatchField.Mobile])
        {
            foreach (var value in values[field])
            {
                if (phones.Count == MostValues) break;
                if (PhoneDigits.Read(value, country) is not { } digits || One(TermKind.Phone, digits.National) is not { } number) continue;
                if (phones.Exists(known => Term.Same(known.Number, number))) continue;
                var stem = digits.IsMobile || digits.National.Length < PhoneDigits.FewestDigits + ExtensionDigits ? null : One(TermKind.PhoneStem, digits.National[..^ExtensionDigits]);
                phones.Add(new(number, stem, digits.CallingCode, digits.IsMobile || field is MatchField.Mobile));
            }
        }
        return [.. phones];
    }

    private Term? One(TermKind kind, string text) => terms.Of(kind, text.AsSpan(0, Math.Min(text.Length, LongestTerm)));

    private Term[] All(TermKind kind, string[] texts)
    {
        if (texts.Length == 0) return [];
        if (texts.Length == 1) return One(kind, texts[0])?.Alone ?? [];
        var found = new List<Term>(texts.Length);
        for (var i = 0; i < Math.Min(texts.Length, MostValues); i++)
            if (Array.IndexOf(texts, texts[i]) == i && One(kind, texts[i]) is { } term) found.Add(term);
        return [.. found];
    }
}
