using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Signet.Benchmarks.Contacts;
using Signet.Contacts.Contacts;
using Signet.Contracts;
using Signet.Matching.Normalisation;
using static Signet.Services.Tests.Contacts.Some;

namespace Signet.Services.Tests.Contacts;

/// <summary>Many invented contacts, the same each time, with names as common and as rare as in life; written by COPY past the service.</summary>
internal sealed class Crowd(int count, int seed = 1)
{
    private static readonly string[] FirstNames =
    [
        "Anna", "Maria", "Peter", "Michael", "Thomas", "Andreas", "Wolfgang", "Claudia", "Susanne", "Sabine", "Jürgen", "Günther", "Özlem", "Ayşe", "Mehmet", "Zoë", "François",
        "Jan", "Lena", "Lukas", "Leon", "Mia", "Emma", "Noah", "Ben", "Paul", "Jonas", "Elias", "Sofia", "Emilia", "Giulia", "Matteo", "Søren", "Łukasz", "Katarzyna", "Xaver",
    ];

    private static readonly string[] Beginnings =
        ["Mü", "Schmi", "Schnei", "Fi", "We", "Mey", "Wag", "Be", "Schul", "Hoff", "Schä", "Ko", "Bau", "Rich", "Klei", "Wol", "Schrö", "Neu", "Schwar", "Zim", "Brau", "Krü", "Hart", "Lan", "Ker", "Vog", "Stei", "Jä", "Ot", "Som"];

    private static readonly string[] Middles = ["", "", "", "ne", "ma", "re", "li", "ste", "ber", "ger", "lin", "hol"];

    private static readonly string[] Ends = ["ller", "dt", "der", "scher", "ber", "er", "ner", "cker", "tz", "mann", "fer", "ch", "ter", "n", "f", "hoff", "bach", "stein", "feld", "burg", "dorf", "ski"];

    private static readonly string[] Trades =
        ["Antriebstechnik", "Maschinenbau", "Logistik", "Software", "Energie", "Medizintechnik", "Bau", "Elektro", "Consulting", "Verpackung", "Optik", "Chemie", "Automation", "Systeme", "Handel"];

    private static readonly string[] Forms = ["GmbH", "GmbH", "GmbH", "GmbH & Co. KG", "AG", "SE", "KG", "UG (haftungsbeschränkt)", "Ltd.", "S.A."];

    private static readonly string[] Cities = ["Berlin", "Hamburg", "München", "Köln", "Frankfurt am Main", "Stuttgart", "Düsseldorf", "Leipzig", "Wien", "Zürich", "Graz", "Bremen", "Dresden", "Nürnberg"];

    private readonly Random _random = new(seed);

    public IEnumerable<IReadOnlyList<FieldValue>> People()
    {
        for (var number = 0; number < count; number++) yield return Person();
    }

    private FieldValue[] Person()
    {
        var (first, last) = (Common(FirstNames), Common(Beginnings) + Any(Middles) + Any(Ends));
        var founder = Common(Beginnings) + Any(Middles) + Any(Ends);
        var company = $"{founder} {Any(Trades)} {Any(Forms)}";
        var host = TextFold.Fold(founder).Replace(" ", string.Empty, StringComparison.Ordinal);
        return
        [
            First(first), Last(last), Company(company), new(FieldKind.JobTitle, "Leitung Einkauf", null),
            Email($"{TextFold.Fold(first)}.{TextFold.Fold(last)}{_random.Next(100)}@{host}.example.com"),
            Phone($"+49{_random.Next(20, 99)}{_random.Next(1_000_000, 99_999_999)}", PhoneType.Work), City(Common(Cities)),
        ];
    }

    public async Task WriteAsync(NpgsqlConnection connection, Guid organizationId, Guid listId)
    {
        var clock = new FakeTimeProvider(ContactCopy.Now) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };
        var copy = new ContactCopy(connection, organizationId, listId);
        await copy.WriteAsync([.. People().Select(person => copy.Contact(Guid.CreateVersion7(clock.GetUtcNow()), person, clock))]);
        await using var analyze = new NpgsqlCommand("vacuum (analyze) contact, contact_field, match_key, search_gram", connection);
        await analyze.ExecuteNonQueryAsync();
    }

    private string Any(string[] words) => words[_random.Next(words.Length)];

    // The first of the list are many times as common as the last.
    private string Common(string[] words) => words[(int)(words.Length * Math.Pow(_random.NextDouble(), 2.2))];
}
