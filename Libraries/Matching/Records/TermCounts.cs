using System.Buffers.Binary;
using Signet.Matching.Blocking;

namespace Signet.Matching.Records;

/// <summary>
/// How common values are among the records of a store, as far as a sample tells: a small table that a store keeps and <see cref="StoreTerms"/> asks. It holds hashes of
/// values, and only of those that several records have.
/// </summary>
public sealed class TermCounts
{
    private const int Entry = sizeof(ulong) + sizeof(int);
    private const int Header = 3 * sizeof(int);
    private const int Fewest = 2;

    private readonly ulong[] _terms;
    private readonly int[] _counts;
    private readonly int _sample;

    private TermCounts(int records, int sample, ulong[] terms, int[] counts) => (Records, _sample, _terms, _counts) = (records, sample, terms, counts);

    /// <summary>Records in the store.</summary>
    public int Records { get; }

    /// <param name="counted">The terms of a random sample of <paramref name="sample"/> records.</param>
    /// <param name="records">Records in the store, the sample among them.</param>
    public static TermCounts Of(CountedTerms counted, int sample, int records)
    {
        var common = counted.All.Where(term => term.Count >= Fewest).Select(term => (Hash: Hash(term.Kind, term.Text), term.Count)).OrderBy(term => term.Hash).ToArray();
        return new(records, Math.Max(sample, 1), [.. common.Select(term => term.Hash)], [.. common.Select(term => term.Count)]);
    }

    /// <summary>An estimate of how many records of the store have the value; for one too rare for the sample, half of what the sample can tell.</summary>
    public int Of(TermKind kind, string text)
    {
        var at = Array.BinarySearch(_terms, Hash(kind, text));
        return (int)Math.Clamp((at < 0 ? Fewest / 4d : _counts[at]) * Records / _sample, 1, int.MaxValue);
    }

    /// <summary>Little-endian: the normalisation's version, records, sample, then each value's hash and count in the sample.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Header + _terms.Length * Entry];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, BlockingKeys.Version);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(sizeof(int)), Records);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(2 * sizeof(int)), _sample);
        for (var i = 0; i < _terms.Length; i++)
        {
            var entry = bytes.AsSpan(Header + i * Entry);
            BinaryPrimitives.WriteUInt64LittleEndian(entry, _terms[i]);
            BinaryPrimitives.WriteInt32LittleEndian(entry[sizeof(ulong)..], _counts[i]);
        }
        return bytes;
    }

    /// <summary>What <see cref="ToBytes"/> wrote; null when it was another version, whose values are written otherwise.</summary>
    public static TermCounts? Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Header || BinaryPrimitives.ReadInt32LittleEndian(bytes) != BlockingKeys.Version) return null;
        var entries = (bytes.Length - Header) / Entry;
        var (terms, counts) = (new ulong[entries], new int[entries]);
        for (var i = 0; i < entries; i++)
        {
            var entry = bytes[(Header + i * Entry)..];
            terms[i] = BinaryPrimitives.ReadUInt64LittleEndian(entry);
            counts[i] = BinaryPrimitives.ReadInt32LittleEndian(entry[sizeof(ulong)..]);
        }
        return new(BinaryPrimitives.ReadInt32LittleEndian(bytes[sizeof(int)..]), BinaryPrimitives.ReadInt32LittleEndian(bytes[(2 * sizeof(int))..]), terms, counts);
    }

    private static ulong Hash(TermKind kind, string text) => Fingerprints.Mix(Fingerprints.Add(Fingerprints.Start((int)kind), text));
}
