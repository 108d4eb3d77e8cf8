using Signet.Contacts.Contacts;
using Signet.Contacts.Data;
using Signet.Contracts;
using Signet.Matching.Blocking;
using Signet.Matching.Records;
using Signet.Matching.Scoring;
using Signet.ServiceDefaults;

namespace Signet.Contacts.Duplicates;

/// <summary>
/// Finds the live contacts of the caller's organisation that are or may be a record. Shared keys choose who is looked at, the rarer and the more the better; the
/// score of <see cref="PairScorer"/> decides. Both are bounded: a value that hundreds share is counted and not read.
/// </summary>
public sealed class DuplicateFinder(ContactsDb db, Tenant tenant, TermCountsCache termCounts)
{
    /// <summary>Contacts that are compared in full.</summary>
    private const int MostCompared = 40;

    private const int MostNamed = 10;

    /// <param name="except">A contact that is not named: the record itself.</param>
    /// <returns>The likeliest first, none below <see cref="Cut.Maybe"/>.</returns>
    public async Task<IReadOnlyList<DuplicateCandidate>> FindAsync(IReadOnlyCollection<FieldValue> fields, Guid? except, CancellationToken cancel)
    {
        var keys = MatchKeys.Of(fields);
        if (keys.Length == 0) return [];
        var likely = await db.Queries.LikelyAsync(keys, [.. keys.Select(MatchKeys.MostSharers)], except, MostCompared, cancel);
        if (likely.Count == 0) return [];

        // The same in every row.
        var counts = likely[0].SharedKeys.Zip(likely[0].SharedCounts).ToDictionary(key => key.First, key => key.Second);
        var common = await termCounts.OfAsync(db, tenant, cancel);
        var terms = new StoreTerms(common?.Records ?? StoreTerms.None.Records, (kind, text) => CountOf(kind, text, counts, common));
        var (reader, scorer) = (new ProfileReader(terms), new PairScorer(terms));
        var given = reader.Read(MatchRecords.Of(string.Empty, fields));
        return
        [
            .. likely.Select(record => (Record: record, Values: record.ToValues()))
                .Select(found => (found.Record, found.Values, Profile: reader.Read(MatchRecords.Of(found.Record.Id.ToString(), found.Values))))
                .Select(found => (found.Record, found.Values, found.Profile, Score: scorer.Score(given, found.Profile)))
                .Where(found => found.Score >= Cut.Maybe)
                .OrderByDescending(found => found.Score).ThenBy(found => found.Record.Id)
                .Take(MostNamed)
                .Select(found => Named(found.Record, scorer.Compare(given, found.Profile), new ReasonWords(fields, found.Values, counts))),
        ];
    }

    // Numbers and addresses of the record itself have been counted, exactly up to the bound; the table knows only what a sample tells.
    private static int? CountOf(TermKind kind, string text, Dictionary<long, int> counts, TermCounts? common)
    {
        if (kind is TermKind.Phone or TermKind.EmailAddress && counts.TryGetValue(unchecked((long)BlockingKeys.Of(kind, text)), out var count))
            return count <= MatchKeys.Most ? count : Math.Max(count, common?.Of(kind, text) ?? count);
        return common?.Of(kind, text);
    }

    private static DuplicateCandidate Named(LikelyRecord record, Verdict verdict, ReasonWords words) =>
        new(record.Id, record.DisplayName, record.JobTitle, record.Company, record.ListId, record.ListName,
            verdict.Answer is MatchAnswer.Same ? DuplicateAnswer.Same : DuplicateAnswer.Maybe, Math.Round(verdict.Score, 1), words.Of(verdict.Reasons));
}
