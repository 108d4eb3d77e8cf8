using System.Numerics;

namespace Signet.Matching.Records;

/// <summary>
/// One normalised value. In a bulk run all records share the term, so that equal values are one object; elsewhere terms are equal when their texts are.
/// </summary>
public sealed class Term
{
    private readonly ulong _letters;
    private readonly ulong _forms;
    private Term[]? _alone;

    internal Term(TermKind kind, string text)
    {
        Kind = kind;
        Text = text;
        foreach (var letter in text) _letters |= 1ul << (letter & 63);
        Forms = kind is TermKind.FirstName ? Normalisation.GivenNameForms.Of(text) : [];
        foreach (var line in Forms) _forms |= 1ul << (Math.Abs(line) & 63);
    }

    public TermKind Kind { get; }

    public string Text { get; }

    /// <summary>How many records have it, itself included.</summary>
    public int Count { get; internal set; }

    /// <summary>Bits of surprise that a random record has it: log2 of records per record that has it.</summary>
    public float Rarity { get; internal set; }

    internal int[] Forms { get; }

    /// <summary>The term by itself, as most names are: one array for all records that have it.</summary>
    internal Term[] Alone => _alone ??= [this];

    /// <summary>
    /// What was made of a value last (a street, a company, a domain's owner), so that records with equal values share it: a list of a million records then has a
    /// third fewer objects. Who takes it looks whether it fits.
    /// </summary>
    internal object? Shared { get; set; }

    internal ulong Letters => _letters;

    internal ulong FormBits => _forms;

    /// <summary>False only when more than <paramref name="slips"/> edits part the two texts: one edit changes at most two letters of the set.</summary>
    internal bool MayBeWithin(Term other, int slips) =>
        Math.Abs(Text.Length - other.Text.Length) <= slips && BitOperations.PopCount(_letters ^ other._letters) <= 2 * slips;

    /// <summary>False only when the two are forms of no name in common.</summary>
    internal bool MayShareForm(Term other) => (_forms & other._forms) != 0;

    /// <summary>The most letters that the two can have in common.</summary>
    internal int MostCommonLetters(Term other) =>
        Math.Min(Text.Length - BitOperations.PopCount(_letters & ~other._letters), other.Text.Length - BitOperations.PopCount(other._letters & ~_letters));

    public static bool Same(Term? one, Term? other) =>
        one is not null && other is not null && (ReferenceEquals(one, other) || one.Kind == other.Kind && one.Text == other.Text);

    public override string ToString() => $"{Kind} {Text}";
}
