using Signet.Contacts.Contacts;
using Signet.Matching.Blocking;
using Signet.Matching.Records;

namespace Signet.Contacts.Duplicates;

/// <summary>The keys under which a contact is found again: two records that may be one share at least one of them (<see cref="BlockingKeys"/>).</summary>
public static class MatchKeys
{
    /// <summary>More than any real contact has; what bounds the cost of a save and of a look-up.</summary>
    public const int MostPerContact = 160;

    /// <summary>Contacts of a key are read and counted up to here.</summary>
    public const int Most = 100;

    private const int MostOfFew = 8;

    // Keys are made of texts alone, so nothing needs to be counted for them.
    private static readonly ProfileReader Reader = new(StoreTerms.None);

    /// <summary>Distinct, in no order.</summary>
    public static long[] Of(IEnumerable<FieldValue> fields) => Of(Reader.Read(MatchRecords.Of(string.Empty, fields)));

    public static long[] Of(Profile profile)
    {
        var sink = new Sink();
        BlockingKeys.Of(profile, sink);
        return [.. sink.Keys];
    }

    /// <summary>How many contacts may share the key before it says nothing of any of them.</summary>
    public static int MostSharers(long key) => ((ulong)key & BlockingKeys.FewOnly) != 0 ? MostOfFew : Most;

    private sealed class Sink : IKeySink
    {
        public HashSet<long> Keys { get; } = [];

        public void Add(KeyKind kind, ulong key)
        {
            if (Keys.Count < MostPerContact) Keys.Add(unchecked((long)key));
        }
    }
}
