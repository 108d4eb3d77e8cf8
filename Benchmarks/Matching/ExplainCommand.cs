using System.Globalization;
using Signet.Matching.Records;
using Signet.Matching.Scoring;

namespace Signet.Benchmarks.Matching;

/// <summary>Prints why pairs of a file are or are not one: the score and every reason with its weight.</summary>
internal static class ExplainCommand
{
    public static int Run(string input, string mapPath, string pairs)
    {
        var rows = CsvFile.Rows(input).ToArray();
        var map = ColumnMap.Read(mapPath, rows[0]);
        var terms = new CountedTerms();
        var reader = new ProfileReader(terms);
        var profiles = rows.Skip(1).Select(row => (Row: row, Profile: reader.Read(map.Record(row)))).ToDictionary(record => record.Profile.Id);
        terms.Close(profiles.Count);
        var rates = RateLearning.Learn([.. profiles.Values.Select(record => record.Profile)]);
        Console.WriteLine(rates);
        var scorer = new PairScorer(terms, rates);
        foreach (var pair in CsvFile.Rows(pairs).Skip(1))
        {
            var (one, other) = (profiles[pair[0]], profiles[pair[1]]);
            var verdict = scorer.Compare(one.Profile, other.Profile);
            Console.WriteLine(string.Join(" | ", one.Row));
            Console.WriteLine(string.Join(" | ", other.Row));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {verdict.Answer} {verdict.Score:0.0}"));
            foreach (var reason in verdict.Reasons)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {reason.Bits,6:0.0} {reason.Code} {reason.One} / {reason.Other} ({reason.Sharers})"));
            Console.WriteLine();
        }
        return 0;
    }
}
