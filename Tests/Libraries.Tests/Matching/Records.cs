using Signet.Matching;
using Signet.Matching.Records;
using Signet.Matching.Scoring;

namespace Signet.Tests.Matching;

/// <summary>Short ways to say a record and to ask about two.</summary>
internal static class Records
{
    public static MatchRecord Person(string first, string last, params (MatchField Field, string Value)[] more) =>
        Of([(MatchField.FirstName, first), (MatchField.LastName, last), .. more]);

    public static MatchRecord Of(params (MatchField Field, string Value)[] values) =>
        new("", [.. values.Where(value => value.Value.Length > 0).Select(value => new MatchValue(value.Field, value.Value))]);

    public static Profile Read(this MatchRecord record) => new ProfileReader(StoreTerms.None).Read(record);

    public static Verdict Compare(MatchRecord one, MatchRecord other) => new PairScorer(StoreTerms.None).Compare(one.Read(), other.Read());

    public static float Score(MatchRecord one, MatchRecord other) => Compare(one, other).Score;

    public static IEnumerable<ReasonCode> Codes(this Verdict verdict) => verdict.Reasons.Select(reason => reason.Code);
}
