using System.Text.Json;
using Signet.Matching;

namespace Signet.Benchmarks.Matching;

/// <summary>Which column of a file is which field.</summary>
internal sealed class ColumnMap
{
    private readonly MatchField?[] _fields;
    private readonly int _id;

    private ColumnMap(MatchField?[] fields, int id) => (_fields, _id) = (fields, id);

    /// <param name="path">A JSON object of column and field names, or "-" when the columns have the fields' names.</param>
    public static ColumnMap Read(string path, string[] header)
    {
        var names = path == "-" ? header.ToDictionary(column => column.Trim(), column => column.Trim())
            : JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path)) ?? [];
        var fields = header.Select(column => names.TryGetValue(column.Trim(), out var field) ? FieldOf(field) : null).ToArray();
        var id = Array.FindIndex(header, column => column.Trim() is "id" or "rec_id" or "unique_id");
        return new(fields, Math.Max(id, 0));
    }

    public MatchRecord Record(string[] row)
    {
        var values = new List<MatchValue>(row.Length);
        for (var i = 0; i < Math.Min(row.Length, _fields.Length); i++)
            if (i != _id && _fields[i] is { } field && row[i].Length > 0) values.Add(new(field, row[i]));
        return new(row[_id].Trim(), values);
    }

    private static MatchField? FieldOf(string name) =>
        Enum.TryParse<MatchField>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var field) ? field : null;
}
