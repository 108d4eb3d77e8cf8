using Signet.Matching.Records;

namespace Signet.Matching.Blocking;

/// <summary>Receives the keys of one record.</summary>
public interface IKeySink
{
    void Add(KeyKind kind, ulong key);
}

/// <summary>Makes a key of words; a missing word makes none.</summary>
internal readonly struct KeyWriter(IKeySink sink)
{
    private const int ShortestPart = 2;

    public void Add(KeyKind kind, Term? one)
    {
        if (one is not null) sink.Add(kind, Key(kind, one.Text));
    }

    public static ulong Key(KeyKind kind, ReadOnlySpan<char> text) => Marked(kind, Fingerprints.Mix(Fingerprints.Add(Fingerprints.Start((int)kind), text)));

    public void Add(KeyKind kind, ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.IsEmpty || other.IsEmpty) return;
        sink.Add(kind, Marked(kind, Fingerprints.Mix(Fingerprints.Add(Fingerprints.Mix(Fingerprints.Add(Fingerprints.Start((int)kind), one)), other))));
    }

    // The last bit says that the key is worth something only where few share it.
    private static ulong Marked(KeyKind kind, ulong key) => kind is KeyKind.Address ? key | BlockingKeys.FewOnly : key & ~BlockingKeys.FewOnly;

    public static ReadOnlySpan<char> Beginning(ReadOnlySpan<char> word, int letters) => word.Length < ShortestPart ? default : word[..Math.Min(letters, word.Length)];

    public static ReadOnlySpan<char> End(ReadOnlySpan<char> word, int letters) => word.Length < ShortestPart ? default : word[^Math.Min(letters, word.Length)..];
}
