using Signet.Matching.Records;

namespace Signet.Matching.Blocking;

/// <summary>
/// Which records share a key. A key that too many share tells little and costs their square, so it is left out: whatever makes such a pair worth
/// finding is in a rarer key of theirs too.
/// </summary>
internal sealed class BlockIndex
{
    private const int LastOfBlock = int.MinValue;
    private const int ShardBits = 6;
    private const int MostOfFew = 6;
    private readonly int[][] _members;
    private readonly int[] _starts;
    private readonly long[] _places;

    private BlockIndex(int[][] members, int[] starts, long[] places) => (_members, _starts, _places) = (members, starts, places);

    public static BlockIndex Of(Profile[] profiles, int mostPerBlock, int threads)
    {
        var shards = Collect(profiles, threads);
        var members = new int[1 << ShardBits][];
        Parallel.For(0, members.Length, new() { MaxDegreeOfParallelism = threads }, shard =>
        {
            members[shard] = Blocks([.. shards.Select(part => part[shard])], mostPerBlock);
            foreach (var part in shards) part[shard].Clear();
        });
        return Invert(members, profiles.Length);
    }

    /// <summary>Calls back for every record behind <paramref name="record"/> that shares a key with it; for one that shares several, several times.</summary>
    public void Candidates<T>(int record, ref T found) where T : struct, ICandidates
    {
        for (var i = _starts[record]; i < _starts[record + 1]; i++)
        {
            var block = _members[_places[i] >> 32];
            for (var at = (int)_places[i]; block[at] >= 0;)
                found.Add(block[++at] & ~LastOfBlock);
        }
    }

    private static KeyList[][] Collect(Profile[] profiles, int threads)
    {
        var parts = new KeyList[threads][];
        Parallel.For(0, threads, new() { MaxDegreeOfParallelism = threads }, part =>
        {
            var shards = new KeyList[1 << ShardBits];
            for (var i = 0; i < shards.Length; i++) shards[i] = new();
            var sink = new ShardedSink(shards);
            var end = (int)((long)profiles.Length * (part + 1) / threads);
            for (var record = (int)((long)profiles.Length * part / threads); record < end; record++)
            {
                sink.Record = record;
                BlockingKeys.Of(profiles[record], sink);
            }
            parts[part] = shards;
        });
        return parts;
    }

    // The members of every block in order, the last one marked.
    private static int[] Blocks(KeyList[] parts, int mostPerBlock)
    {
        var count = parts.Sum(part => part.Count);
        var keys = new ulong[count];
        var records = new int[count];
        var at = 0;
        foreach (var part in parts)
        {
            part.CopyTo(keys, records, at);
            at += part.Count;
        }
        Array.Sort(keys, records);
        var blocks = new List<int>(count / 2);
        for (var start = 0; start < count;)
        {
            var end = start + 1;
            while (end < count && keys[end] == keys[start]) end++;
            if (end - start > 1) AddBlock(blocks, records.AsSpan(start, end - start), (keys[start] & BlockingKeys.FewOnly) == 0 ? mostPerBlock : MostOfFew);
            start = end;
        }
        return [.. blocks];
    }

    private static void AddBlock(List<int> blocks, Span<int> records, int mostPerBlock)
    {
        records.Sort();
        var before = blocks.Count;
        for (var i = 0; i < records.Length; i++)
            if (i == 0 || records[i] != records[i - 1]) blocks.Add(records[i]);
        var size = blocks.Count - before;
        if (size < 2 || size > mostPerBlock) blocks.RemoveRange(before, size);
        else blocks[^1] |= LastOfBlock;
    }

    private static BlockIndex Invert(int[][] members, int records)
    {
        var starts = new int[records + 1];
        foreach (var block in members)
            foreach (var member in block)
                if (member >= 0) starts[member + 1]++;
        for (var i = 0; i < records; i++) starts[i + 1] += starts[i];
        var next = starts.AsSpan(0, records).ToArray();
        var places = new long[starts[records]];
        for (var shard = 0; shard < members.Length; shard++)
            for (var at = 0; at < members[shard].Length; at++)
                if (members[shard][at] is >= 0 and var member) places[next[member]++] = (long)shard << 32 | (uint)at;
        return new(members, starts, places);
    }

    private sealed class ShardedSink(KeyList[] shards) : IKeySink
    {
        public int Record { get; set; }

        public void Add(KeyKind kind, ulong key) => shards[key >> (64 - ShardBits)].Add(key, Record);
    }
}

/// <summary>Receives candidates.</summary>
internal interface ICandidates
{
    void Add(int record);
}
