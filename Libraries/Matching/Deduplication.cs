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
    // The square of a block's size is what comparing costs: a list of a million can afford less of it for each record.
    private const int FewestPerBlock = 12;
    private const int MostPerBlock = 60;
    private const int Affordable = 4_000_000;
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
        Sort(profiles);
        var rates = RateLearning.Learn(profiles);
        var blocks = BlockIndex.Of(profiles, Math.Clamp(Affordable / Math.Max(profiles.Length, 1), FewestPerBlock, MostPerBlock), threads);
        var likely = Pairs(profiles, blocks, new PairScorer(terms, rates), threads);
        // Every score rises by the same when there are more duplicates.
        var learned = rates.WithDuplicates(likely.Count(pair => pair.Score >= Cut.Same), profiles.Length);
        var more = MathF.Log2(learned.Duplicates / rates.Duplicates);
        var pairs = likely.Select(pair => pair with { Score = pair.Score + more }).Where(pair => pair.Score >= Cut.Same).ToList();
        var scorer = new PairScorer(terms, learned);
        float Score(int one, int other) => scorer.Score(profiles[one], profiles[other]);
        var groups = Clusters.Of(profiles.Length, pairs, Score, record => profiles[record].IsCompany);
        return new(profiles, groups, Within(groups, Score));
    }

    // By values, so that the order in which the records came plays no part; equal ones by id.
    private static void Sort(Profile[] profiles)
    {
        var fingerprints = Array.ConvertAll(profiles, profile => profile.Fingerprint);
        Array.Sort(fingerprints, profiles);
        for (var start = 0; start < profiles.Length;)
        {
            var end = start + 1;
            while (end < profiles.Length && fingerprints[end] == fingerprints[start]) end++;
            if (end - start > 1) Array.Sort(profiles, start, end - start, Comparer<Profile>.Create((one, other) => string.CompareOrdinal(one.Id, other.Id)));
            start = end;
        }
    }

    private static List<ScoredPair> Pairs(Profile[] profiles, BlockIndex blocks, PairScorer scorer, int threads)
    {
        var glances = new Glance[profiles.Length];
        if (scorer.HasOthers) Parallel.For(0, profiles.Length, new() { MaxDegreeOfParallelism = threads }, i => glances[i] = new(profiles[i]));
        var chunks = new List<ScoredPair>[(profiles.Length + Chunk - 1) / Chunk];
        Parallel.For(
            0, chunks.Length, new() { MaxDegreeOfParallelism = threads },
            () => new int[profiles.Length],
            (chunk, _, seen) =>
            {
                var found = new Comparing(profiles, glances, scorer, seen, []);
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
        foreach (var group in Enumerable.Range(0, groups.Length).GroupBy(record => groups[record]).Where(group => group.Count() > 1))
        {
            var members = group.ToArray();
            for (var i = 0; i < members.Length; i++)
                for (var j = i + 1; j < members.Length; j++) pairs.Add(new(members[i], members[j], score(members[i], members[j])));
        }
        return pairs;
    }

    // Remembers for which record another was last looked at, so that no pair is compared twice and no set of pairs is kept.
    private struct Comparing(Profile[] profiles, Glance[] glances, PairScorer scorer, int[] seen, List<ScoredPair> pairs) : ICandidates
    {
        public int Record { get; set; }

        public readonly List<ScoredPair> Pairs => pairs;

        public readonly void Add(int record)
        {
            if (seen[record] == Record + 1) return;
            seen[record] = Record + 1;
            if (!glances[Record].MayBeOne(in glances[record])) return;
            if (!scorer.MayBeOne(profiles[Record], profiles[record])) return;
            var score = scorer.Score(profiles[Record], profiles[record]);
            if (score >= Cut.Same - MostLearned) pairs.Add(new(Record, record, score));
        }
    }
}
