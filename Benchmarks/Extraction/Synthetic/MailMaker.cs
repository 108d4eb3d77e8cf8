using System.Text;
using Signet.Contracts;

namespace Signet.Benchmarks.Extraction.Synthetic;

/// <summary>Makes whole mails: a From header of one of many habits, a text, a signature in one of many layouts, what others quoted and gateways appended.</summary>
internal static class MailMaker
{
    public static IEnumerable<SyntheticMail> Make(int count, int seed) => Enumerable.Range(0, count).Select(i => One(Warm(new(unchecked(seed * 1_000_003 + i)))));

    /// <summary>Signatures alone, as people paste them.</summary>
    public static IEnumerable<SyntheticMail> MakePasted(int count, int seed) => Enumerable.Range(0, count).Select(i => Pasted(Warm(new(unchecked(seed * 1_000_003 + i)))));

    private static SyntheticMail Pasted(Chance chance)
    {
        var person = PersonMaker.Make(chance, chance.Of(Locale.All));
        var gold = new SyntheticGold();
        var lines = new List<string>();
        var layout = Sign(chance, person, gold, lines, namesPerson: false);
        gold.Single[FieldKind.FirstName] = [person.First];
        gold.Single[FieldKind.LastName] = [person.Last];
        gold.Optional.Add(person.Domain);
        return new(layout, person.Locale.Country, person.Locale.Language, string.Join('\n', lines), gold) { IsPasted = true, Mailbox = Mailbox(chance, person.Locale) };
    }

    // The first numbers of a seed resemble those of its neighbours.
    private static Chance Warm(Chance chance)
    {
        for (var i = 0; i < 16; i++) chance.Next(2);
        return chance;
    }

    private static SyntheticMail One(Chance chance)
    {
        var locale = chance.Of(Locale.All);
        var person = PersonMaker.Make(chance, locale);
        var gold = new SyntheticGold();
        var namesPerson = chance.Happens(0.92);
        var from = namesPerson ? Header(chance, person) : person.Company;
        var kind = chance.Next(100) switch { < 8 => "bare", < 14 => "quoted-only", _ => "" };
        var lines = new List<string> { chance.Of(locale["greetings"]), "" };
        lines.AddRange(Enumerable.Range(0, 1 + chance.Next(5)).Select(_ => chance.Of(locale["sentences"])));
        lines.Add("");
        if (kind.Length == 0) kind = Sign(chance, person, gold, lines, namesPerson);
        else if (kind == "bare") lines.AddRange([chance.Of(locale["closings"]), person.First]);
        if (namesPerson || kind != "bare" && kind != "quoted-only") gold.Single[FieldKind.FirstName] = [person.First];
        if (namesPerson || kind != "bare" && kind != "quoted-only") gold.Single[FieldKind.LastName] = [person.Last];
        if (kind == "quoted-only" || chance.Happens(0.3)) lines.AddRange(Quote(chance, locale));
        gold.Optional.Add(person.Email);
        gold.Optional.Add(person.Domain);
        return new(kind, locale.Country, locale.Language, Eml(chance, from, person.Email, lines), gold) { Mailbox = Mailbox(chance, locale) };
    }

    // A third of the mails cross a border: then only the mail itself tells how its national numbers are read.
    private static string Mailbox(Chance chance, Locale locale) => chance.Happens(0.33) ? chance.Of(Locale.All).Country : locale.Country;

    // What people hang below their signatures, in whatever language their marketing speaks.
    private static readonly string[] Extras =
    [
        "Wir bauen Zukunft.", "Quality since 1954", "Ihr Partner für Holz und Bau", "Besuchen Sie uns: Messe 2025, Halle 4, Stand B12", "Bürozeiten: Mo-Fr 8:00-12:00 Uhr", "Office hours: Mon-Thu 9-5", "LinkedIn | Xing | Facebook",
        "https://www.linkedin.com/in/somebody", "My working day may not be your working day. Please do not feel obliged to reply.", "Moving people forward", "ISO 9001:2015 certified", "Suivez-nous sur LinkedIn", "Síguenos en redes sociales",
        "Seguici su Facebook", "Volg ons op LinkedIn", "Top Arbeitgeber 2024", "We are hiring!", "www.{domain}/newsletter", "Bitte nutzen Sie unser Ticketsystem.", "+++ Neu: unser Webshop +++", "Sent from Outlook for iOS", "Von meinem iPhone gesendet",
    ];

    private static string Header(Chance chance, SyntheticPerson person) => chance.Next(8) switch
    {
        0 => $"{person.Last}, {person.First}",
        1 => $"{person.Last}, {person.First} ({chance.Of("IT", "EK-2", "HR")})",
        2 => $"{person.Name} | {person.Company}",
        3 => $"{person.Name} ({person.Company})",
        4 when chance.Happens(0.3) => person.Name.ToLowerInvariant(),
        5 when chance.Happens(0.3) => $"{person.Last} {person.First}",
        _ => person.Name,
    };

    private static string Sign(Chance chance, SyntheticPerson person, SyntheticGold gold, List<string> lines, bool namesPerson)
    {
        var (name, write) = chance.Of(Layouts.All);
        if (chance.Happens(0.8)) lines.Add(chance.Of(person.Locale["closings"]));
        if (namesPerson && chance.Happens(0.15)) lines.AddRange([person.First, ""]);
        else if (chance.Happens(0.6)) lines.Add("");
        if (chance.Happens(0.08)) lines.Add(chance.Of((ReadOnlySpan<string>)["[cid:image001.png@01D98A68.59E21180]", "[Logo]", "[image: logo.png]"]));
        lines.AddRange(write(chance, new(chance, person, gold)));
        if (chance.Happens(0.3)) lines.AddRange([chance.Of("", "\u00a0"), chance.Of(Extras).Replace("{domain}", person.Domain, StringComparison.Ordinal)]);
        if (chance.Happens(0.3)) lines.AddRange(["", .. Legal(chance, person)]);
        if (chance.Happens(0.2)) lines.AddRange(["", chance.Of(person.Locale["disclaimer"])]);
        return name;
    }

    private static IEnumerable<string> Legal(Chance chance, SyntheticPerson person)
    {
        foreach (var line in person.Locale["legal"])
        {
            if (!chance.Happens(0.6)) continue;
            var text = line.Replace("{city}", person.City, StringComparison.Ordinal).Replace("{street}", person.Street, StringComparison.Ordinal).Replace("{x}", chance.Number(9), StringComparison.Ordinal);
            while (text.IndexOf("{exec}", StringComparison.Ordinal) is >= 0 and var at) text = text[..at] + PersonMaker.Name(chance, person.Locale.Language) + text[(at + 6)..];
            yield return text;
        }
    }

    /// <summary>Somebody else's mail with a signature of its own, in one of the ways in which clients quote.</summary>
    private static IEnumerable<string> Quote(Chance chance, Locale locale)
    {
        var other = PersonMaker.Make(chance, locale);
        string[] quoted = [chance.Of(locale["greetings"]), "", chance.Of(locale["sentences"]), "", chance.Of(locale["closings"]), .. chance.Of(Layouts.All).Write(chance, new(chance, other, new()))];
        string Filled(string mark) => mark.Replace("{name}", other.Name, StringComparison.Ordinal).Replace("{mail}", other.Email, StringComparison.Ordinal)
            .Replace("{d}", chance.Number(28), StringComparison.Ordinal).Replace("{m}", chance.Number(9), StringComparison.Ordinal).Replace("{x}", chance.Number(9), StringComparison.Ordinal);
        return chance.Next(3) switch
        {
            0 => ["", Filled(chance.Of(locale["attribution"])), .. quoted.Select(line => "> " + line)],
            1 => ["", .. chance.Happens(0.5) ? new[] { new string('_', 32) } : [], .. Filled(chance.Of(locale["header"])).Split('|'), "", .. quoted],
            _ => ["", "", Filled(chance.Of(locale["attribution"])), "", .. quoted],
        };
    }

    private static string Eml(Chance chance, string from, string address, List<string> lines)
    {
        var html = chance.Happens(0.25);
        var header = $"From: =?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(from))}?= <{address}>\nTo: office@signet.example\nSubject: Test\nMIME-Version: 1.0\nContent-Type: text/{(html ? "html" : "plain")}; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n";
        return header + (html ? ClientHtml.Write(chance, lines) : string.Join('\n', lines)) + "\n";
    }
}
