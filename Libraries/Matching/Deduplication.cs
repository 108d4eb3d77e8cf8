using Signet.Matching.Blocking;
using Signet.Matching.Clustering;
using Signet.Matching.Records;
using Signet.Matching.Scoring;

namespace Signet.Matching;

/// <summary>The records that are one, and the pairs that follow, by position in <see cref="Profiles"/>.</summary>
/// <param name="Profiles">In an order of their own that depends on their values alone.</param>
/// <param name="Groups">For every record the position of the first record of its group.</param>
/// <param name="Pairs">All pairs within groups, with their scores.</param>
public sealed record Duplicates(IReadOnlyList<Profile> Profiles, IReadOnlyList<int> Groups, IReadOnlyList<ScoredPair> Pairs);

/// <summary>Finds the duplicates among many records at once. The order of the records and the number of threads change nothing.</summary>
public static class Deduplication
{
    private const int MostPerBlock = 40;
    private const int Chunk = 2048;
    private const float MostLearned = 3;

    /// <param name="threads">How many may work at once.</param>
    public static Duplicates Run(IReadOnlyList<MatchRecord> records, int threads = 2)
    {
        var terms = new CountedTerms();
        var reader = new ProfileReader(terms);
        var profiles = new Profile[records.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads };
        Parallel.For(0, records.Count, options, i => profiles[i] = reader.Read(records[i]));
        return Run(profiles, terms, threads);
    }

    /// <param name="profiles">Read with <paramref name="terms"/>; will be sorted.</param>
    public static Duplicates Run(Profile[] profiles, CountedTerms terms, int threads)
    {
        terms.Close(profiles.Length);
        Array.Sort(profiles, (one, other) => one.Fingerprint.CompareTo(other.Fingerprint) is not 0 and var order ? order : string.CompareOrdinal(one.Id, other.Id));
        var rates = RateLearning.Learn(profiles);
        var likely = Pairs(profiles, BlockIndex.Of(profiles, MostPerBlock, threads), new PairScorer(terms, rates), threads);
        // Every score rises by the same when there are more duplicates.
        var learned = rates.WithDuplicates(likely.Count(pair => pair.Score >= Cut.Same), profiles.Length);
        var more = MathF.Log2(learned.Duplicates / rates.Duplicates);
        var pairs = likely.Select(pair => pair with { Score = pair.Score + more }).Where(pair => pair.Score >= Cut.Same).ToList();
        var scorer = new PairScorer(terms, learned);
        float Score(int one, int other) => scorer.Score(profiles[one], profiles[other]);
        var groups = Clusters.Of(profiles.Length, pairs, Score, record => profiles[record].IsCompany);
        return new(profiles, groups, Within(groups, Score));
    }

    private static List<ScoredPair> Pairs(Profile[] profiles, BlockIndex blocks, PairScorer scorer, int threads)
    {
        var chunks = new List<ScoredPair>[(profiles.Length + Chunk - 1) / Chunk];
        Parallel.For(
            0, chunks.Length, new() { MaxDegreeOfParallelism = threads },
            () => new int[profiles.Length],
            (chunk, _, seen) =>
            {
                var found = new Comparing(profiles, scorer, seen, []);
                for (var record = chunk * Chunk; record < Math.Min(profiles.Length, (chunk + 1) * Chunk); record++)
                {
                    found.Record = record;
                    blocks.Candidates(record, ref found);
                }
                chunks[chunk] = found.Pairs;
                return seen;
            },
            _ => { });
        return [.. chunks.SelectMany(chunk => chunk)];
    }

    private static List<ScoredPair> Within(int[] groups, Func<int, int, float> score)
    {
        var pairs = new List<ScoredPair>();
        foreach (var group in Enumerable.Range(0, groups.Length).Where(record => true).GroupBy(record => groups[record]).Where(group => group.Count() > 1))
        {
            var members = group.ToArray();
            for (var i = 0; i < members.Length; i++)
                for (var j = i + 1; j < members.Length; j++) pairs.Add(new(members[i], members[j], score(members[i], members[j])));
        }
        return pairs;
    }

    // Remembers for which record another was last looked at, so that no pair is compared twice and no set of pairs is kept.
    private struct Comparing(Profile[] profiles, PairScorer scorer, int[] seen, List<ScoredPair> pairs) : ICandidates
    {
        public int Record { get; set; }

        public readonly List<ScoredPair> Pairs => pairs;

        public readonly void Add(int record)
        {
            if (seen[record] == Record + 1) return;
            seen[record] = Record + 1;
            var score = scorer.Score(profiles[Record], profiles[record]);
            if (score >= Cut.Same - MostLearned) pairs.Add(new(Record, record, score));
        }
    }
}
