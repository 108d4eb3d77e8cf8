using System.Text;

namespace Signet.Benchmarks.Matching;

/// <summary>Reads comma-separated values (RFC 4180), row by row.</summary>
internal static class CsvFile
{
    public static IEnumerable<string[]> Rows(string path)
    {
        using var reader = new StreamReader(path, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 1 << 20);
        var fields = new List<string>();
        var quoted = new StringBuilder();
        while (reader.ReadLine() is { } line)
        {
            fields.Clear();
            var at = 0;
            while (true)
            {
                if (at < line.Length && line[at] == '"') at = Quoted(reader, ref line, at + 1, quoted, fields);
                else
                {
                    var end = line.IndexOf(',', at);
                    if (end < 0) end = line.Length;
                    fields.Add(line[at..end]);
                    at = end;
                }
                if (at >= line.Length) break;
                at++;
                if (at == line.Length)
                {
                    fields.Add("");
                    break;
                }
            }
            if (fields.Count > 1 || fields[0].Length > 0) yield return [.. fields];
        }
    }

    // Returns the position of the comma behind, or the end. A quoted value may have line ends.
    private static int Quoted(StreamReader reader, ref string line, int at, StringBuilder value, List<string> fields)
    {
        value.Clear();
        while (true)
        {
            if (at >= line.Length)
            {
                if (reader.ReadLine() is not { } next) break;
                value.Append('\n');
                (line, at) = (next, 0);
            }
            else if (line[at] != '"') value.Append(line[at++]);
            else if (at + 1 < line.Length && line[at + 1] == '"')
            {
                value.Append('"');
                at += 2;
            }
            else
            {
                at++;
                break;
            }
        }
        fields.Add(value.ToString());
        var end = line.IndexOf(',', Math.Min(at, line.Length));
        return end < 0 ? line.Length : end;
    }

    public static void WriteValue(StreamWriter writer, string value)
    {
        if (value.AsSpan().IndexOfAny(",\"\r\n") < 0) writer.Write(value);
        else writer.Write($"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
    }
}
