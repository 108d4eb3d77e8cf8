using System.Diagnostics;
using Signet.Extraction;
using Signet.Extraction.Mail;

namespace Signet.Benchmarks.Extraction;

/// <summary>Throughput on one core over a folder of real inputs, which no benchmark in the repository can hold.</summary>
internal static class SpeedCommands
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(5);

    public static async Task<int> MailsAsync(string folder)
    {
        var mails = await LoadAsync(folder, "*.eml");
        return Measure(mails, mail =>
        {
            using var stream = new MemoryStream(mail, writable: false);
            if (MailReader.Read(stream, CancellationToken.None) is { } content) ContactExtractor.Extract(content, new("DE"));
        });
    }

    public static async Task<int> TextsAsync(string folder)
    {
        var texts = (await LoadAsync(folder, "*_body")).Select(System.Text.Encoding.UTF8.GetString).ToList();
        return Measure(texts, text => ContactExtractor.Extract(MailContent.Pasted(text), new("US")));
    }

    private static async Task<List<byte[]>> LoadAsync(string folder, string pattern)
    {
        var files = new List<byte[]>();
        foreach (var file in Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)) files.Add(await File.ReadAllBytesAsync(file));
        return files;
    }

    private static int Measure<T>(List<T> inputs, Action<T> extract)
    {
        if (inputs.Count == 0)
        {
            Console.Error.WriteLine("No inputs found.");
            return 1;
        }

        // Until the just-in-time compiler has done its work.
        for (var warm = Stopwatch.StartNew(); warm.Elapsed < Least;)
            foreach (var input in inputs) extract(input);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        long count = 0;
        while (watch.Elapsed < Least)
        {
            foreach (var input in inputs) extract(input);
            count += inputs.Count;
        }

        // Processor time, the collector's included: what else runs on the machine does not count.
        var seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        Console.WriteLine($"{inputs.Count} inputs, {count / seconds:F0} a second of processor time ({count / watch.Elapsed.TotalSeconds:F0} a second by the clock), {(GC.GetAllocatedBytesForCurrentThread() - allocated) / count / 1024.0:F0} KiB allocated each");
        return 0;
    }
}
