namespace Signet.Matching.Records;

/// <summary>Where terms come from, with how common they are.</summary>
public abstract class Terms
{
    /// <summary>How many records the counts are of.</summary>
    public abstract int Records { get; }

    /// <summary>The term of a normalised text, or null for none.</summary>
    public abstract Term? Of(TermKind kind, ReadOnlySpan<char> text);

    internal Term? Of(TermKind kind, string text) => Of(kind, text.AsSpan());

    internal static float RarityOf(double count, int records) => (float)Math.Log2(records / Math.Max(count, 1));
}
