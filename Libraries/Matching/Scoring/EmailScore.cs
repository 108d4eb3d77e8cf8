using Signet.Matching.Comparison;
using Signet.Matching.Normalisation;
using Signet.Matching.Records;

namespace Signet.Matching.Scoring;

/// <param name="Own">What the address says of the person.</param>
/// <param name="Shared">What its domain, or a mailbox of an office, says: as much as a company does.</param>
internal readonly record struct EmailScore(float Own, float Shared)
{
    private const float Different = -1.5f;
    private const float AnotherMailbox = -4;
    private const float NameDifferent = -.5f;
    private const float SameName = 1;
    // Where the names differ by a slip, so do the addresses made of them.
    private const float NameSimilar = 2.5f;
    private const float NameSimilarToo = 1;
    private const float NumberSame = 4;
    private const int ShortestForSlips = 8;

    public static EmailScore Compare(Profile first, Profile second, NameScore name, Tally tally)
    {
        var (one, other) = (first.Emails, second.Emails);
        if (one.Length == 0 || other.Length == 0) return default;
        var isSameName = Term.Same(first.First, second.First) && Term.Same(first.Last, second.Last);
        var best = new EmailScore(-100, 0);
        var (code, a, b) = (ReasonCode.EmailDifferent, one[0], other[0]);
        foreach (var mine in one)
        {
            foreach (var theirs in other)
            {
                var (score, reason) = Pair(mine, theirs, name.LastAgrees ? first.Last?.Text : null, isSameName);
                if (reason is ReasonCode.EmailSame && IsNameOfBoth(mine, first, second, name)) score = new(SameName, score.Shared);
                if (score.Own + score.Shared > best.Own + best.Shared) (best, code, a, b) = (score, reason, mine, theirs);
            }
        }
        if (tally.IsWanted) tally.Add(code, best.Own + best.Shared, a.Whole, b.Whole, code is ReasonCode.DomainSame ? a.Domain!.Count : a.Whole.Count);
        return best;
    }

    // "anna@firma" is whichever Anna of the firm it is, "c.moreno@firma" Carmen or Carlos.
    private static bool IsNameOfBoth(Email email, Profile one, Profile other, NameScore name)
    {
        var (firstSame, lastSame) = (Term.Same(one.First, other.First), Term.Same(one.Last, other.Last));
        if (email.Name is not { } mailbox || firstSame && lastSame || one.Last is null || other.Last is null || one.First is null || other.First is null || mailbox.Text.Count(char.IsAsciiDigit) > 1) return false;
        var letters = TextFold.Fold(string.Concat(mailbox.Text.Where(char.IsLetter)));
        return !lastSame && !name.FirstDiffers && Rest(letters, one.First) is { } rest && Begins(one.Last, rest) && Begins(other.Last, rest)
            || !firstSame && !name.LastDiffers && Rest(letters, one.Last) is { } initial && Begins(one.First, initial) && Begins(other.First, initial);
    }

    private static string? Rest(string letters, Term? word) =>
        word is not null && letters.IndexOf(word.Text, StringComparison.Ordinal) is >= 0 and var at ? letters.Remove(at, word.Text.Length) : null;

    private static bool Begins(Term? word, string beginning) => word is null || word.Text.StartsWith(beginning, StringComparison.Ordinal);

    private static (EmailScore Score, ReasonCode Code) Pair(Email one, Email other, string? last, bool isSameName)
    {
        if (Term.Same(one.Whole, other.Whole))
            return one.IsRole ? (new(0, one.Whole.Rarity), ReasonCode.OfficeEmailSame) : (new(Odds.Same(one.Whole, .6), one.Domain?.Rarity ?? 0), ReasonCode.EmailSame);
        var domain = Domain(one.Domain, other.Domain);
        if (one.IsRole || other.IsRole) return (new(0, Math.Max(domain, 0)), domain > 0 ? ReasonCode.DomainSame : ReasonCode.EmailDifferent);
        if (one.Name is not null && Term.Same(one.Name, other.Name))
            // The name in an address follows from the person's name, so it says little more; a mistyped domain is a different matter.
            return domain > 0 || Edits.Between(one.Whole.Text, other.Whole.Text, 2) <= 2 ? (new(4, domain), ReasonCode.EmailSimilar) : (new(1, domain), ReasonCode.EmailNameSame);
        if (one.Name is not null && other.Name is not null && IsSlip(one.Name, other.Name) && (domain > 0 || one.Domain is null && other.Domain is null))
            return (new((isSameName ? NameSimilar : NameSimilarToo) + (one.Name.Text.Count(char.IsAsciiDigit) > 1 ? NumberSame : 0), Math.Max(domain, 0)), ReasonCode.EmailSimilar);
        return domain > 0 ? (new(Mailboxes(one.Name?.Text, other.Name?.Text, last), domain), ReasonCode.DomainSame) : (new(Different, domain), ReasonCode.EmailDifferent);
    }

    // Two mailboxes of one firm and one family name: "anna.muster" and "a.muster" can be one person's, "anna.muster" and "peter.muster" cannot.
    private static float Mailboxes(string? one, string? other, string? last)
    {
        if (one is null || other is null || last is null || Without(one, last) is not { Length: > 0 } mine || Without(other, last) is not { Length: > 0 } theirs) return NameDifferent;
        return mine[0] != theirs[0] ? AnotherMailbox : NameDifferent;
    }

    private static string? Without(string mailbox, string last)
    {
        var letters = TextFold.Fold(string.Concat(mailbox.Where(char.IsLetter)));
        return letters.IndexOf(last, StringComparison.Ordinal) is >= 0 and var at ? letters.Remove(at, last.Length) : null;
    }

    private static float Domain(Term? one, Term? other)
    {
        if (one is null || other is null) return 0;
        if (Term.Same(one, other)) return Odds.Same(one, .8);
        return Alike.BySlips(one, other) switch
        {
            Likeness.Slip => Odds.Near(one, other, .1, .00003),
            Likeness.Slips => Odds.Near(one, other, .03, .0001),
            _ => -1,
        };
    }

    // Numbers tell namesakes at one provider apart: there a slip is none.
    private static bool IsSlip(Term one, Term other)
    {
        if (Math.Min(one.Text.Length, other.Text.Length) < ShortestForSlips / 2 || Alike.BySlips(one, other) is not (Likeness.Slip or Likeness.Slips)) return false;
        return Digits(one.Text).SequenceEqual(Digits(other.Text));
    }

    private static IEnumerable<char> Digits(string text) => text.Where(char.IsAsciiDigit);
}
