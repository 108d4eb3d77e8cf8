namespace Signet.Matching.Records;

/// <summary>The values of a record by field, each field's in an order that does not depend on how they were given.</summary>
internal sealed class FieldValues
{
    private static readonly int Fields = Enum.GetValues<MatchField>().Length;
    private readonly List<string>?[] _values = new List<string>?[Fields];

    public FieldValues(IReadOnlyList<MatchValue> values)
    {
        foreach (var (field, value) in values)
        {
            if (string.IsNullOrWhiteSpace(value)) continue;
            (_values[(int)field] ??= []).Add(value);
        }
        foreach (var list in _values)
            if (list is { Count: > 1 }) list.Sort(string.CompareOrdinal);
    }

    public IReadOnlyList<string> this[MatchField field] => _values[(int)field] is { } list ? list : [];

    /// <summary>The only value of a field that has one; several are joined.</summary>
    public string First(MatchField field) => _values[(int)field] switch
    {
        null => "",
        [var single] => single,
        var several => string.Join(' ', several),
    };
}
