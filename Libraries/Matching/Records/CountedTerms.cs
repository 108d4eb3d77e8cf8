namespace Signet.Matching.Records;

/// <summary>Terms of one run over many records: shared, and counted as they are asked for. Safe for several threads; the counts do not depend on their order.</summary>
public sealed class CountedTerms : Terms
{
    private const int Shards = 64;
    private static readonly int Kinds = Enum.GetValues<TermKind>().Length;
    private readonly Dictionary<string, Term>[] _shards = [.. Enumerable.Range(0, Kinds * Shards).Select(_ => new Dictionary<string, Term>())];
    private int _records;

    public override int Records => _records;

    public override Term? Of(TermKind kind, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return null;
        var shard = _shards[(int)kind * Shards + (string.GetHashCode(text) & (Shards - 1))];
        lock (shard)
        {
            var known = shard.GetAlternateLookup<ReadOnlySpan<char>>();
            if (!known.TryGetValue(text, out var term)) known[text] = term = new Term(kind, new string(text));
            term.Count++;
            return term;
        }
    }

    /// <summary>All terms that were asked for, in no order.</summary>
    internal IEnumerable<Term> All => _shards.SelectMany(shard => shard.Values);

    /// <summary>To be called once when all records have been read.</summary>
    public void Close(int records)
    {
        _records = Math.Max(records, 2);
        foreach (var shard in _shards)
            foreach (var term in shard.Values) term.Rarity = RarityOf(term.Count, _records);
    }
}
