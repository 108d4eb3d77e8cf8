namespace Signet.Matching.Clustering;

/// <summary>
/// Groups records that are one. The surest pairs come first; two groups become one only when their members fit each other on average, and none of
/// them contradict each other, so that one colleague who resembles two people does not make them one (average linkage; Sokal &amp; Michener 1958).
/// </summary>
internal sealed class Clusters
{
    private const float LeastOnAverage = -2.5f;
    private const float LeastOfCompanies = 0;
    private const float Contradiction = -16;
    private const int MostCompared = 64;
    private const int MostMembers = 200;
    private readonly int[] _group;
    private readonly List<int>?[] _members;
    private readonly Func<int, int, float> _score;
    private readonly Predicate<int> _isCompany;

    private Clusters(int records, Func<int, int, float> score, Predicate<int> isCompany)
    {
        _group = new int[records];
        for (var i = 0; i < records; i++) _group[i] = i;
        _members = new List<int>?[records];
        _score = score;
        _isCompany = isCompany;
    }

    /// <summary>The group of every record: the position of its first member.</summary>
    /// <param name="pairs">Pairs above the cut.</param>
    /// <param name="score">The score of any two records.</param>
    /// <param name="isCompany">Branches of a chain resemble each other more than people do.</param>
    public static int[] Of(int records, IReadOnlyList<ScoredPair> pairs, Func<int, int, float> score, Predicate<int> isCompany)
    {
        var clusters = new Clusters(records, score, isCompany);
        foreach (var pair in pairs.OrderByDescending(pair => pair.Score).ThenBy(pair => pair.One).ThenBy(pair => pair.Other))
            clusters.Join(pair.One, pair.Other);
        return clusters._group;
    }

    private void Join(int one, int other)
    {
        var (a, b) = (_group[one], _group[other]);
        if (a == b) return;
        if (a > b) (a, b) = (b, a);
        var first = _members[a] ?? [a];
        var second = _members[b] ?? [b];
        if (first.Count + second.Count > MostMembers || first.Count + second.Count > 2 && !Fit(first, second)) return;
        foreach (var record in second) _group[record] = a;
        first.AddRange(second);
        first.Sort();
        (_members[a], _members[b]) = (first, null);
    }

    private bool Fit(List<int> first, List<int> second)
    {
        var least = _isCompany(first[0]) ? LeastOfCompanies : LeastOnAverage;
        var sum = 0f;
        var count = 0;
        foreach (var one in first)
        {
            foreach (var other in second)
            {
                var score = Math.Clamp(_score(one, other), -30, 10);
                if (score < Contradiction) return false;
                sum += score;
                if (++count == MostCompared) return sum >= least * count;
            }
        }
        return sum >= least * count;
    }
}
