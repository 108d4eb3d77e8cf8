using Signet.Matching.Records;

namespace Signet.Matching.Blocking;

/// <summary>
/// The keys of a record (Newcombe &amp; Kennedy 1962: compare only what shares a key). They are the same in every process, so that a store can keep them: raise
/// <see cref="Version"/> with every change of what they are made of.
/// </summary>
public static class BlockingKeys
{
    public const int Version = 1;

    /// <summary>The bit that is set in keys of records that hardly belong together when more than a handful share them.</summary>
    public const ulong FewOnly = 1;

    private const int MostCompanyWords = 3;
    private const int Part = 3;
    private const int LongPart = 4;
    private const int PartOfPhone = 6;

    /// <summary>The key of an e-mail address or phone number as a term has it: by it a store can say how many records share the value.</summary>
    public static ulong Of(TermKind kind, string text) => KeyWriter.Key(kind is TermKind.EmailAddress ? KeyKind.Email : KeyKind.Phone, text);

    /// <summary>All keys of a record; some may come twice.</summary>
    public static void Of(Profile profile, IKeySink sink)
    {
        var keys = new KeyWriter(sink);
        foreach (var email in profile.Emails)
        {
            keys.Add(KeyKind.Email, email.Whole);
            if (email.Name is { Text.Length: > 4 }) keys.Add(KeyKind.EmailName, email.Name);
        }
        foreach (var phone in profile.Phones) keys.Add(KeyKind.Phone, phone.Number);
        if (profile.IsCompany) OfCompany(profile, keys);
        else OfPerson(profile, keys);
    }

    private static void OfPerson(Profile profile, KeyWriter keys)
    {
        var first = profile.FirstWords is [var word, ..] ? word.Text : "";
        var last = profile.Last?.Text ?? "";
        if (string.CompareOrdinal(first, last) < 0) keys.Add(KeyKind.Names, first, last);
        else keys.Add(KeyKind.Names, last, first);
        OfName(profile, keys, first, last);
        OfName(profile, keys, last, first);
        foreach (var street in profile.Streets)
            if (profile.HouseNumber is { } number) keys.Add(KeyKind.Address, street.Name.Text, number.Text);
        if (profile is { Postcode: { } postcode, HouseNumber: { } house }) keys.Add(KeyKind.Address, postcode.Text, house.Text);
        keys.Add(KeyKind.BirthDate, profile.BirthDate);
    }

    // Each name with its own evidence, and with a part of the other name.
    private static void OfName(Profile profile, KeyWriter keys, ReadOnlySpan<char> name, ReadOnlySpan<char> other)
    {
        if (name.IsEmpty) return;
        var beginning = KeyWriter.Beginning(name, Part);
        keys.Add(KeyKind.NameAndBeginning, name, KeyWriter.Beginning(other, Part));
        keys.Add(KeyKind.NameAndEnd, name, KeyWriter.End(other, Part));
        if (profile.Postcode is { } postcode) keys.Add(KeyKind.NameAndPlace, name, KeyWriter.Beginning(postcode.Text, Part));
        if (profile.Postcode is { } whole) keys.Add(KeyKind.BeginningAndPlace, beginning, whole.Text);
        if (profile.City is { } city)
        {
            keys.Add(KeyKind.NameAndPlace, name, KeyWriter.Beginning(city.Text, LongPart));
            keys.Add(KeyKind.BeginningAndPlace, beginning, KeyWriter.Beginning(city.Text, LongPart));
        }
        if (profile.Company is { } company)
        {
            foreach (var word in company.Words.AsSpan(0, Math.Min(company.Words.Length, MostCompanyWords)))
            {
                if (word.Text.Length < Part) continue;
                keys.Add(KeyKind.BeginningAndCompany, beginning, word.Text);
            }
        }
        foreach (var email in profile.Emails)
        {
            if (email.Domain is not { } domain) continue;
            keys.Add(KeyKind.BeginningAndDomain, beginning, domain.Text);
            keys.Add(KeyKind.BeginningAndCompany, beginning, email.Owner);
        }
        foreach (var street in profile.Streets)
            keys.Add(KeyKind.NameAndStreet, name, KeyWriter.Beginning(street.Name.Text, LongPart));
        foreach (var phone in profile.Phones)
        {
            keys.Add(KeyKind.BeginningAndPhone, beginning, KeyWriter.End(phone.Number.Text, PartOfPhone));
            keys.Add(KeyKind.BeginningAndPhone, beginning, KeyWriter.Beginning(phone.Number.Text, PartOfPhone));
        }
        OfBirth(profile, keys, beginning);
    }

    private static void OfBirth(Profile profile, KeyWriter keys, ReadOnlySpan<char> beginning)
    {
        if (profile.BirthYear is { } year) keys.Add(KeyKind.BirthYear, beginning, year.Text);
        if (profile.Birth is { Month: > 0, Day: > 0 } birth) keys.Add(KeyKind.BirthDay, beginning, [(char)('0' + birth.Month % 64), (char)('0' + birth.Day % 64)]);
    }

    private static void OfCompany(Profile profile, KeyWriter keys)
    {
        keys.Add(KeyKind.CompanyAddress, profile.Address);
        var company = profile.Company!;
        var place = profile.Postcode?.Text ?? profile.City?.Text ?? "";
        keys.Add(KeyKind.CompanyName, company.Whole);
        foreach (var word in company.Words)
        {
            if (word.Text.Length < Part) continue;
            keys.Add(KeyKind.CompanyWord, word);
            keys.Add(KeyKind.CompanyAndPlace, KeyWriter.Beginning(word.Text, LongPart), KeyWriter.Beginning(place, LongPart));
            foreach (var street in profile.Streets) keys.Add(KeyKind.CompanyAndPlace, KeyWriter.Beginning(word.Text, LongPart), KeyWriter.Beginning(street.Name.Text, LongPart));
        }
        foreach (var email in profile.Emails) keys.Add(KeyKind.CompanyName, email.Domain);
    }
}
