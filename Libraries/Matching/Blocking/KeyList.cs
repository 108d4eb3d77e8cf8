namespace Signet.Matching.Blocking;

/// <summary>A growing list of keys with their records.</summary>
internal sealed class KeyList
{
    private ulong[] _keys = new ulong[1024];
    private int[] _records = new int[1024];

    public int Count { get; private set; }

    public void Add(ulong key, int record)
    {
        if (Count == _keys.Length)
        {
            Array.Resize(ref _keys, Count * 2);
            Array.Resize(ref _records, Count * 2);
        }
        _keys[Count] = key;
        _records[Count++] = record;
    }

    public void CopyTo(ulong[] keys, int[] records, int at)
    {
        Array.Copy(_keys, 0, keys, at, Count);
        Array.Copy(_records, 0, records, at, Count);
    }

    public void Clear() => (_keys, _records, Count) = ([], [], 0);
}
