using Signet.Matching;

namespace Signet.Tests.Matching;

/// <summary>Whole lists at once.</summary>
public sealed class ManyRecords
{
    private static readonly string[] First = ["Anna", "Bruno", "Carla", "Doris", "Emil", "Frieda", "Gustav", "Helga", "Ida", "Kurt"];
    private static readonly string[] Last = ["Apfel", "Birn", "Kirsch", "Pflaum", "Quitt", "Mandel", "Hasel", "Walnuss"];
    private static readonly string[] Endings = ["baumer", "kampf", "hofner", "stetten", "wiese", "graber"];

    [Fact]
    public void Duplicates_are_found_and_colleagues_are_left_alone()
    {
        var (pairs, groups) = Pairs(Crowd());

        // Every seventh person is in the list a second time with a slip in the name.
        Assert.Equal(Crowd().Where(record => record.Id[0] == 'd').Select(record => (record.Id, "p" + record.Id[1..])).Order(), pairs.Order());
        Assert.Equal(2, groups);
    }

    [Fact]
    public void The_order_of_the_rows_and_the_number_of_threads_change_nothing()
    {
        var shuffled = Crowd();
        new Random(5).Shuffle(shuffled);

        Assert.Equal(Pairs(Crowd()).Pairs.Order(), Pairs(shuffled, threads: 3).Pairs.Order());
    }

    [Fact]
    public void Fifty_colleagues_on_one_switchboard_are_no_chain()
    {
        var colleagues = Enumerable.Range(0, 50).Select(i => new MatchRecord(
            $"{i}",
            [
                new(MatchField.FirstName, First[i % 10]), new(MatchField.LastName, Last[i % 8] + Endings[i / 10]), new(MatchField.Company, "Nordlicht Werke GmbH"),
                new(MatchField.Email, "info@nordlicht.example"), new(MatchField.Phone, "+49 431 5550100"), new(MatchField.Street, "Hafenstraße 12"), new(MatchField.City, "Kiel"),
            ])).ToArray();

        Assert.Empty(Deduplication.Run(colleagues).Pairs);
    }

    [Fact]
    public void An_empty_list_and_empty_records_have_no_duplicates()
    {
        Assert.Empty(Deduplication.Run([]).Pairs);
        Assert.Empty(Deduplication.Run([new("1", []), new("2", []), new("3", [new(MatchField.FirstName, "Anna")])]).Pairs);
    }

    private static MatchRecord[] Crowd()
    {
        var crowd = new List<MatchRecord>();
        for (var i = 0; i < 400; i++)
        {
            var (first, last) = (First[i % 10], Last[i / 10 % 8] + Endings[i / 80]);
            crowd.Add(new($"p{i}", Values(i, first, last)));
            if (i % 7 == 0) crowd.Add(new($"d{i}", Values(i, first, last[..2] + last[3] + last[2] + last[4..])));
        }
        return [.. crowd];
    }

    private static MatchValue[] Values(int i, string first, string last) =>
    [
        new(MatchField.FirstName, first), new(MatchField.LastName, last), new(MatchField.Company, $"Werk {i / 20}0{i / 20} GmbH"), new(MatchField.City, $"Ort{i / 20}"),
        new(MatchField.Email, $"{first}.{last[..2]}{100 + i}@werk{i / 20}.example"),
    ];

    private static (IReadOnlyList<(string, string)> Pairs, int Largest) Pairs(MatchRecord[] records, int threads = 2)
    {
        var found = Deduplication.Run(records, threads);
        return (
            [.. found.Pairs.Select(pair => (found.Profiles[pair.One].Id, found.Profiles[pair.Other].Id)).Select(pair => string.CompareOrdinal(pair.Item1, pair.Item2) < 0 ? pair : (pair.Item2, pair.Item1))],
            found.Groups.GroupBy(group => group).Max(group => group.Count()));
    }
}
