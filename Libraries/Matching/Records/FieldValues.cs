using Signet.Matching.Normalisation;

namespace Signet.Matching.Records;

/// <summary>The values of a record by field, each field's in an order that does not depend on how they were given.</summary>
internal sealed class FieldValues
{
    private static readonly int Fields = Enum.GetValues<MatchField>().Length;
    // A string, or a list of several.
    private readonly object?[] _values = new object?[Fields];

    public FieldValues(IReadOnlyList<MatchValue> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            var (field, given) = values[i];
            if (string.IsNullOrWhiteSpace(given)) continue;
            // Before they are put in order: the forms of one letter sort differently.
            var value = given.Composed();
            ref var slot = ref _values[(int)field];
            if (slot is null) slot = value;
            else if (slot is List<string> several) several.Add(value);
            else slot = new List<string> { (string)slot, value };
        }
        foreach (var slot in _values)
            if (slot is List<string> several) several.Sort(string.CompareOrdinal);
    }

    public IReadOnlyList<string> this[MatchField field] => _values[(int)field] switch
    {
        null => [],
        string single => [single],
        var several => (List<string>)several,
    };

    /// <summary>The only value of a field that has one; several are joined.</summary>
    public string First(MatchField field) => _values[(int)field] switch
    {
        null => "",
        string single => single,
        var several => string.Join(' ', (List<string>)several),
    };
}
