using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Signet.Matching;
using Signet.Matching.Records;

namespace Signet.Benchmarks.Matching;

/// <summary>Finds the duplicates in a file and writes the decided pairs and the clusters.</summary>
internal static class DedupeCommand
{
    private const int RowsAtOnce = 4096;

    public static int Run(string input, string map, string[] options)
    {
        var watch = Stopwatch.StartNew();
        var threads = Environment.ProcessorCount;
        var terms = new CountedTerms();
        var (profiles, ids) = Read(input, map, new ProfileReader(terms), threads);
        Report(watch, $"{profiles.Length} rows read");
        var duplicates = Deduplication.Run(profiles, terms, threads);
        Report(watch, $"{duplicates.Pairs.Count} pairs");
        Parallel.Invoke(
            () => { if (Option(options, "--pairs") is { } pairs) WritePairs(pairs, duplicates); },
            () => { if (Option(options, "--clusters") is { } clusters) WriteClusters(clusters, duplicates, ids); });
        Report(watch, "written");
        return 0;
    }

    private static (Profile[] Profiles, string[] Ids) Read(string input, string mapPath, ProfileReader reader, int threads)
    {
        using var lines = CsvFile.Lines(input).GetEnumerator();
        if (!lines.MoveNext()) throw new InvalidDataException($"{input} is empty.");
        var map = ColumnMap.Read(mapPath, CsvFile.Fields(lines.Current));
        var profiles = Partitioner.Create(Chunks(lines), EnumerablePartitionerOptions.NoBuffering).AsParallel().WithDegreeOfParallelism(threads)
            .Select(chunk => (chunk.First, Profiles: chunk.Lines.ConvertAll(line => reader.Read(map.Record(CsvFile.Fields(line))))))
            .AsEnumerable().OrderBy(chunk => chunk.First).SelectMany(chunk => chunk.Profiles).ToArray();
        return (profiles, [.. profiles.Select(profile => profile.Id)]);
    }

    private static IEnumerable<(int First, List<string> Lines)> Chunks(IEnumerator<string> lines)
    {
        for (var first = 0; ; first += RowsAtOnce)
        {
            var chunk = new List<string>(RowsAtOnce);
            while (chunk.Count < RowsAtOnce && lines.MoveNext()) chunk.Add(lines.Current);
            if (chunk.Count == 0) yield break;
            yield return (first, chunk);
        }
    }

    private static void WritePairs(string path, Duplicates duplicates)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20);
        writer.Write("id_a,id_b,score\n");
        var rows = duplicates.Pairs
            .Select(pair => (One: duplicates.Profiles[pair.One].Id, Other: duplicates.Profiles[pair.Other].Id, pair.Score))
            .Select(pair => string.CompareOrdinal(pair.One, pair.Other) <= 0 ? pair : (One: pair.Other, Other: pair.One, pair.Score))
            .ToArray();
        Array.Sort(rows, (a, b) => string.CompareOrdinal(a.One, b.One) is not 0 and var order ? order : string.CompareOrdinal(a.Other, b.Other));
        foreach (var (one, other, score) in rows)
        {
            CsvFile.WriteValue(writer, one);
            writer.Write(',');
            CsvFile.WriteValue(writer, other);
            writer.Write(string.Create(CultureInfo.InvariantCulture, $",{score:0.000}\n"));
        }
    }

    private static void WriteClusters(string path, Duplicates duplicates, string[] ids)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20);
        writer.Write("id,cluster_id\n");
        var group = new Dictionary<string, string>(ids.Length);
        for (var i = 0; i < duplicates.Profiles.Count; i++) group[duplicates.Profiles[i].Id] = duplicates.Profiles[duplicates.Groups[i]].Id;
        foreach (var id in ids)
        {
            CsvFile.WriteValue(writer, id);
            writer.Write(',');
            CsvFile.WriteValue(writer, group[id]);
            writer.Write('\n');
        }
    }

    private static string? Option(string[] options, string name)
    {
        var index = Array.IndexOf(options, name);
        return index >= 0 && index + 1 < options.Length ? options[index + 1] : null;
    }

    private static void Report(Stopwatch watch, string what) =>
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds,6:0.0} s  {what}, {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0:0} MiB"));
}
