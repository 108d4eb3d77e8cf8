using Signet.Contacts.Data;

namespace Signet.Contacts.Search;

/// <summary>
/// Finds what a query matches at a bounded cost: rare grams choose the candidates, the score decides on each.
/// </summary>
/// <remarks>
/// A contact that fits a word has at least <see cref="QueryWord.Needed"/> of its n grams, hence one of any n − needed + 1: the rarest ones are
/// read, of the word for which that costs least. Where even those are common ("gmbh"), the contacts that have the rarest gram of every word are
/// taken instead, the newest first; and when that finds nothing (the rarest gram may be the typing error), the newest postings of the grams are read.
/// </remarks>
public static class ContactMatches
{
    /// <summary>Grams are counted, and read, up to here.</summary>
    private const int CommonGram = 4_000;

    /// <summary>Postings read for a word in full.</summary>
    private const int MostPostings = 12_000;

    private const int LookedAt = 50_000;

    /// <summary>All matches, best first.</summary>
    public static async Task<IReadOnlyList<Match>> FindAsync(ContactsDb db, SearchQuery query, Guid? listId, CancellationToken cancel)
    {
        if (query.Words.Count == 0) return [];
        int[] grams = [.. query.Words.SelectMany(word => word.GramSet).Distinct()];
        var counts = (await db.Queries.CountGramsAsync(grams, CommonGram, cancel)).ToDictionary(gram => gram.Gram, gram => gram.Count);

        var cheapest = query.Words.Select(word => new Reading(word, counts)).MinBy(reading => reading.Postings)!;
        if (cheapest.Postings == 0) return [];
        if (!cheapest.IsCommon) return Scored(await SimilarAsync());

        int[] rarest = [.. query.Words.Select(word => word.GramSet.MinBy(gram => counts[gram])).Distinct().OrderBy(gram => counts[gram])];
        var matches = Scored(await db.Queries.NewestAsync(rarest[0], rarest[1..], listId, LookedAt, SearchContacts.MostMatches, cancel));
        return matches.Count > 0 ? matches : Scored(await SimilarAsync());

        Task<List<Candidate>> SimilarAsync() => db.Queries.SimilarAsync(cheapest.Grams, cheapest.Needed, CommonGram, listId, cancel);

        IReadOnlyList<Match> Scored(List<Candidate> candidates) =>
        [
            .. candidates
                .Select(candidate => new Match(query.Score(candidate.SearchText), candidate.SortKey, candidate.Id))
                .Where(match => match.Score > 0)
                .Order(Match.BestFirst),
        ];
    }

    /// <summary>The grams to read for a word: the fewest that no match can lack, and the cheap ones beside them, which spare candidates.</summary>
    private sealed class Reading
    {
        public Reading(QueryWord word, Dictionary<int, int> counts)
        {
            var byRarity = word.GramSet.OrderBy(gram => counts[gram]).ToArray();
            var least = byRarity.Length - word.Needed + 1;
            var read = least;
            Postings = byRarity[..least].Sum(gram => counts[gram]);
            while (read < byRarity.Length && counts[byRarity[read]] < CommonGram && Postings + counts[byRarity[read]] <= MostPostings)
                Postings += counts[byRarity[read++]];
            IsCommon = Postings > MostPostings || counts[byRarity[least - 1]] == CommonGram;
            Grams = byRarity[..read];
            Needed = word.Needed - (byRarity.Length - read);
        }

        public int[] Grams { get; }

        public int Needed { get; }

        public int Postings { get; }

        /// <summary>Whether reading all of it would cost too much.</summary>
        public bool IsCommon { get; }
    }
}
