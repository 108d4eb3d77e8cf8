namespace Signet.Matching.Records;

/// <summary>Terms with the counts of a store, for one record against a few candidates.</summary>
/// <param name="records">Records in the store.</param>
/// <param name="count">Records that have a value; null when the store does not count it, so that what is usual for the kind is assumed.</param>
public sealed class StoreTerms(int records, Func<TermKind, string, int?> count) : Terms
{
    // Of 10,000 records, when nothing counts: a little more common than the average value, so that nothing is taken for rarer than it is.
    private const int AssumedRecords = 10_000;

    /// <summary>Terms without a store: any two records, wherever they come from.</summary>
    public static StoreTerms None { get; } = new(AssumedRecords, (_, _) => null);

    public override int Records { get; } = Math.Max(records, 2);

    public override Term? Of(TermKind kind, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return null;
        var term = new Term(kind, new string(text));
        term.Count = Math.Max(1, count(kind, term.Text) ?? (int)(Assumed(kind) * Records));
        term.Rarity = RarityOf(term.Count, Records);
        return term;
    }

    private static double Assumed(TermKind kind) => kind switch
    {
        TermKind.FirstName => .005,
        TermKind.FirstNameInitial => .07,
        TermKind.Country => .3,
        TermKind.FirstNameInCountry => .005 * .3,
        TermKind.LastName => .001,
        TermKind.LastNameInCountry => .001 * .3,
        TermKind.Company or TermKind.Domain or TermKind.PhoneStem => .0005,
        TermKind.CompanyWord => .002,
        TermKind.Phone or TermKind.EmailAddress or TermKind.Address or TermKind.BirthDate => .0001,
        TermKind.EmailName => .0005,
        TermKind.Street => .001,
        TermKind.HouseNumber or TermKind.BirthYear => .015,
        TermKind.Postcode => .001,
        TermKind.City => .01,
        TermKind.Region => .1,
        _ => .01,
    };
}
