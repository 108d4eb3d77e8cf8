using Signet.Matching.Comparison;
using Signet.Matching.Records;

namespace Signet.Matching.Scoring;

internal static class CompanyScore
{
    public const float Different = -2.5f;
    private const float PartPenalty = 2.5f;
    private const float Together = 2;
    private const float Missed = 2;
    private const float MissedShare = .4f;
    private const int ShortestOwner = 5;
    private const float DomainPenalty = 1.5f;
    private const int ShortestAbbreviation = 3;

    public static float Compare(Profile first, Profile second, Tally tally)
    {
        var (one, other) = (first.Company, second.Company);
        if (one is null || other is null) return Math.Max(ByDomain(one, second.Emails, tally), ByDomain(other, first.Emails, tally));
        var (a, b) = (one.Whole, other.Whole);
        if (Term.Same(a, b)) return tally.Add(ReasonCode.CompanySame, Odds.Same(a, .8), a, b, a.Count);
        var slips = Alike.BySlips(a, b);
        if (slips is Likeness.Slip or Likeness.Slips && Math.Min(a.Text.Length, b.Text.Length) >= 5)
            return tally.Add(ReasonCode.CompanySimilar, Odds.Near(a, b, slips is Likeness.Slip ? .1 : .04, .00003), a, b);
        var part = Part(one.Words, other.Words, first.City, second.City);
        if (part > 0) return tally.Add(ReasonCode.CompanyPart, part, a, b);
        return tally.Add(ReasonCode.CompanyDifferent, Different, a, b);
    }

    // A firm on one record, and a mailbox of its domain on the other.
    private static float ByDomain(CompanyName? company, Email[] emails, Tally tally)
    {
        if (company is null) return 0;
        foreach (var email in emails)
        {
            if (email.Owner.Length < ShortestOwner || email.Domain is null) continue;
            if (email.Owner == company.Whole.Text || email.Owner == company.Words[0].Text || company.Whole.Text.StartsWith(email.Owner, StringComparison.Ordinal))
                return tally.Add(ReasonCode.CompanyOfDomain, Math.Max(0, Math.Min(company.Whole.Rarity, email.Domain.Rarity) - DomainPenalty), company.Whole, email.Domain);
        }
        return 0;
    }

    // The words of the shorter name that are in the longer one: same, mistyped or cut short ("Meier Masch.", "Meier"). Where it is says nothing of who it is.
    private static float Part(Term[] one, Term[] other, Term? city, Term? otherCity)
    {
        if (one.Length > other.Length || one.Length == other.Length && string.CompareOrdinal(one[0].Text, other[0].Text) > 0) (one, other) = (other, one);
        var (bits, most, against) = (0f, 0f, PartPenalty);
        var used = 0;
        foreach (var word in one)
        {
            if (IsPlace(word, city) || IsPlace(word, otherCity)) continue;
            var found = -1;
            var best = 0f;
            for (var i = 0; i < other.Length; i++)
            {
                if ((used >> i & 1) != 0) continue;
                var value = Word(word, other[i]);
                if (value > best) (best, found) = (value, i);
            }
            if (found >= 0) used |= 1 << found;
            if (found < 0) against += Missed + word.Rarity * MissedShare;
            bits += best;
            most = Math.Max(most, best);
        }
        // Words that go together, as those of a town's name, are no rarer than the rarest of them.
        return Math.Min(bits, most + Together) - against;
    }

    private static bool IsPlace(Term word, Term? city) => city is not null && word.Text.Length > 2 && city.Text.Contains(word.Text, StringComparison.Ordinal);

    private static float Word(Term one, Term other)
    {
        if (Term.Same(one, other)) return one.Rarity;
        var (shorter, longer) = one.Text.Length <= other.Text.Length ? (one, other) : (other, one);
        if (shorter.Text.Length >= ShortestAbbreviation && longer.Text.StartsWith(shorter.Text, StringComparison.Ordinal)) return Math.Max(0, Math.Min(one.Rarity, other.Rarity) - 3);
        return shorter.Text.Length > 3 && Alike.BySlips(one, other) is Likeness.Slip ? Math.Max(0, Odds.Near(one, other, .1, .0002)) : 0;
    }
}
