using System.Text;

namespace Signet.Benchmarks.Matching;

/// <summary>Reads comma-separated values (RFC 4180): lines in one thread, their fields in several.</summary>
internal static class CsvFile
{
    public static IEnumerable<string[]> Rows(string path) => Lines(path).Select(Fields);

    /// <summary>Rows as they stand. A value in quotes may have line ends.</summary>
    public static IEnumerable<string> Lines(string path)
    {
        using var reader = new StreamReader(path, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 1 << 20);
        while (reader.ReadLine() is { } line)
        {
            while (line.AsSpan().Count('"') % 2 == 1 && reader.ReadLine() is { } next) line = $"{line}\n{next}";
            if (line.Length > 0) yield return line;
        }
    }

    public static string[] Fields(string line)
    {
        var fields = new List<string>();
        for (var at = 0; at <= line.Length; at++)
        {
            var end = at < line.Length && line[at] == '"' ? EndOfQuoted(line, at + 1) : at;
            end = line.IndexOf(',', end) is >= 0 and var comma ? comma : line.Length;
            fields.Add(at < line.Length && line[at] is '"' ? line[(at + 1)..Math.Max(at + 1, line.LastIndexOf('"', end - 1))].Replace("\"\"", "\"", StringComparison.Ordinal) : line[at..end]);
            at = end;
        }
        return [.. fields];
    }

    public static void WriteValue(StreamWriter writer, string value)
    {
        if (value.AsSpan().IndexOfAny(",\"\r\n") < 0) writer.Write(value);
        else writer.Write($"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
    }

    private static int EndOfQuoted(string line, int at)
    {
        for (; at < line.Length; at++)
        {
            if (line[at] != '"') continue;
            if (at + 1 == line.Length || line[at + 1] != '"') return at + 1;
            at++;
        }
        return line.Length;
    }
}
