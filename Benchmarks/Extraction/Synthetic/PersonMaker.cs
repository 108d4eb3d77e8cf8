using System.Globalization;
using Signet.Extraction.Text;
using Signet.Extraction.Vocabulary;

namespace Signet.Benchmarks.Extraction.Synthetic;

/// <summary>Invents people. A third of the given names and of the surnames stand in no list of the library, as in life.</summary>
internal static class PersonMaker
{
    private static readonly string[] GivenNames = [.. Lexicon.GivenNames.Where(IsUsable).Order(StringComparer.Ordinal)];
    private static readonly string[] Surnames = [.. Lexicon.Surnames.Where(IsUsable).Order(StringComparer.Ordinal)];
    private static readonly string[] Syllables = ["bren", "kol", "mar", "tes", "vor", "dal", "rin", "hof", "ner", "sti", "gru", "pel", "ost", "win", "ley", "bach", "mond", "ric", "zan", "fer"];

    public static SyntheticPerson Make(Chance chance, Locale locale)
    {
        var first = Given(chance);
        if (chance.Happens(0.06)) first += "-" + Given(chance);
        var last = Surname(chance, locale.Language);
        var stem = chance.Of(locale["stems"]);
        var trade = Stems(chance, chance.Of(locale["trades"]), stem, locale);
        var company = chance.Happens(0.85) ? $"{trade} {chance.Of(locale["forms"])}" : trade;
        var domain = Domain(chance, trade, locale.Country);
        var street = Stems(chance, chance.Of(locale["streets"]), chance.Of(locale["stems"]), locale).Replace("{n}", chance.Number(180), StringComparison.Ordinal);
        var place = chance.Filled(chance.Of(locale["cities"]));
        var (postcode, city) = Place(place, locale.Country);
        var email = Address(chance, first, last) + "@" + domain;
        return new(
            locale,
            chance.Happens(0.15) ? chance.Of("Dr.", "Prof. Dr.", "Dipl.-Ing.", "Dr.-Ing.", "Mag.") : "",
            first,
            last,
            chance.Of(locale["titles"]),
            chance.Of("Head of Sales", "Project Manager", "Managing Director", "Purchasing Manager"),
            chance.Of(locale["departments"]),
            company,
            domain,
            street,
            place,
            postcode,
            city,
            chance.Of(locale["country"]),
            PhoneMaker.Make(chance, locale),
            email,
            (chance.Happens(0.7) ? "www." : chance.Happens(0.5) ? "https://www." : "https://") + domain);
    }

    public static string Name(Chance chance, string language) => $"{Given(chance)} {Surname(chance, language)}";

    // "Tesin", "Zanko": the endings are those of given names.
    private static string Given(Chance chance) =>
        Capital(chance.Happens(0.33) ? chance.Of(Syllables) + (chance.Happens(0.4) ? chance.Of(Syllables) : "") + chance.Of("a", "e", "in", "ko", "lin", "o", "us", "ja") : chance.Of(GivenNames));

    private static string Surname(Chance chance, string language)
    {
        var name = chance.Happens(0.33) ? chance.Of(Syllables) + chance.Of(Syllables) + (chance.Happens(0.3) ? chance.Of(Syllables) : "") : chance.Of(Surnames);
        var prefix = !chance.Happens(0.06) ? "" : language switch { "de" => "von ", "nl" => "van der ", "fr" => "de ", "it" => "De ", "es" => "de la ", _ => "" };
        if (language == "es" && chance.Happens(0.5)) name += " " + Capital(chance.Of(Surnames));
        return prefix + Capital(name) + (chance.Happens(0.05) ? "-" + Capital(chance.Of(Surnames)) : "");
    }

    private static string Stems(Chance chance, string pattern, string stem, Locale locale)
    {
        var made = pattern.Replace("{s}", "{}", StringComparison.Ordinal);
        var at = made.IndexOf("{}", StringComparison.Ordinal);
        while (at >= 0)
        {
            made = made[..at] + stem + made[(at + 2)..];
            stem = chance.Of(locale["stems"]);
            at = made.IndexOf("{}", StringComparison.Ordinal);
        }

        return made;
    }

    private static (string Postcode, string City) Place(string place, string country)
    {
        if (country == "US") return (place[^5..], place[..place.IndexOf(',', StringComparison.Ordinal)]);
        var end = country switch { "NL" => 7, "SE" => 6, "GB" => place.IndexOf(' ', place.IndexOf(' ', StringComparison.Ordinal) + 1), _ => place.IndexOf(' ', StringComparison.Ordinal) };
        var city = place[(end + 1)..];
        var bracket = city.IndexOf(" (", StringComparison.Ordinal);
        if (bracket > 0) city = city[..bracket];
        if (country == "IT" && city.EndsWith(" PD", StringComparison.Ordinal)) city = city[..^3];
        return (place[..end], city);
    }

    private static string Domain(Chance chance, string trade, string country)
    {
        var words = trade.Split(' ', '&', '-').Where(word => word.Length > 0).Select(word => Folding.Key(word)).ToList();
        var label = chance.Next(10) switch
        {
            < 4 => string.Concat(words),
            < 6 => string.Join('-', words),
            < 7 when words.Count > 2 => string.Concat(words.Select(word => word[0])),
            < 9 => words[0],
            // Nothing that the name says.
            _ => chance.Of("netzpost", "mailhub", "officebox"),
        };
        return label + "." + (chance.Happens(0.7) ? country switch { "GB" => "co.uk", "US" => "com", _ => country.ToLowerInvariant() } : chance.Of("com", "eu", "net"));
    }

    private static string Address(Chance chance, string first, string last)
    {
        var (f, l) = (Folding.Key(first), Folding.Key(last));
        return chance.Next(6) switch { 0 => f[..1] + "." + l, 1 => l, 2 => f, 3 => f[..1] + l, _ => f + "." + l };
    }

    private static bool IsUsable(string name) => name.Length is >= 3 and <= 12 && name.All(char.IsAsciiLetterLower) && !Lexicon.Particles.Contains(name);

    private static string Capital(string name) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name);
}
