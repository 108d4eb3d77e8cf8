using BenchmarkDotNet.Attributes;
using Signet.Matching;
using Signet.Matching.Blocking;
using Signet.Matching.Comparison;
using Signet.Matching.Records;
using Signet.Matching.Scoring;

namespace Signet.Benchmarks.Matching;

#pragma warning disable CA1822 // BenchmarkDotNet calls instance methods.
/// <summary>Each stage by itself on two records of ours: reading, keys, comparison of words, score, score with reasons.</summary>
[MemoryDiagnoser]
public class PairBenchmarks
{
    private static readonly MatchRecord Record = new(
        "1",
        [
            new(MatchField.FirstName, "Erika"), new(MatchField.LastName, "Musterfrau"), new(MatchField.Company, "Nordlicht Werke GmbH & Co. KG"), new(MatchField.Email, "e.musterfrau@nordlicht.example"),
            new(MatchField.Phone, "+49 431 5550100"), new(MatchField.Street, "Hafenstraße 12a"), new(MatchField.Postcode, "24103"), new(MatchField.City, "Kiel"), new(MatchField.Country, "DE"),
        ]);

    private readonly Profile _one = new ProfileReader(StoreTerms.None).Read(Record);
    private readonly Profile _namesake = new ProfileReader(StoreTerms.None).Read(new("2", [.. Record.Values.Take(1), new(MatchField.LastName, "Musterfaru"), .. Record.Values.Skip(2).Take(2)]));
    private readonly Profile _colleague = new ProfileReader(StoreTerms.None).Read(new("3", [new(MatchField.FirstName, "Peter"), new(MatchField.LastName, "Beispiel"), .. Record.Values.Skip(2)]));
    private readonly PairScorer _scorer = new(StoreTerms.None);

    [Benchmark]
    public Profile Read() => new ProfileReader(StoreTerms.None).Read(Record);

    [Benchmark]
    public int Keys()
    {
        var sink = new Counter();
        BlockingKeys.Of(_one, sink);
        return sink.Count;
    }

    [Benchmark]
    public int Slips() => Edits.Between("musterfrau", "musterfarue", 2);

    [Benchmark]
    public double Likeness() => JaroWinkler.Of("musterfrau", "mustermann");

    [Benchmark]
    public float Score() => _scorer.Score(_one, _namesake);

    [Benchmark]
    public float ScoreOfColleagues() => _scorer.Score(_one, _colleague);

    [Benchmark]
    public Verdict Reasons() => _scorer.Compare(_one, _namesake);

    private sealed class Counter : IKeySink
    {
        public int Count { get; private set; }

        public void Add(KeyKind kind, ulong key) => Count++;
    }
}
