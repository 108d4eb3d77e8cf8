using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Signet.Benchmarks.Matching;
using Signet.Contracts;
using Signet.Matching;

namespace Signet.Benchmarks.Contacts;

/// <summary>Asks for the duplicates of each row of a file among the rows of another, one after the other or as many clients while others save.</summary>
internal static class OnlineCommand
{
    private const int MostNamed = 3;
    private const int WarmUp = 3_000;
    private static readonly TimeSpan BetweenSaves = TimeSpan.FromMilliseconds(20);

    public static async Task<int> RunAsync(string storePath, string queriesPath, string[] options)
    {
        var watch = Stopwatch.StartNew();
        await using var store = await OnlineStore.StartAsync();
        await store.FillAsync(storePath, Option(options, "--store-map") ?? "-");
        Report(watch, "filled");
        foreach (var table in new[] { "contact", "contact_field", "match_key", "match_index" })
        {
            var (rows, indexes) = await store.SizeAsync(table);
            Report(watch, string.Create(CultureInfo.InvariantCulture, $"{table}: {rows / 1048576.0:0} MiB and {indexes / 1048576.0:0} MiB of indexes"));
        }

        var queries = Records(queriesPath, Option(options, "--map") ?? "-").ToArray();
        var clients = int.Parse(Option(options, "--clients") ?? "1", CultureInfo.InvariantCulture);
        // Long enough for the code to be compiled as it will stay: a service runs for days.
        await AskAsync(store, [.. Records(storePath, Option(options, "--store-map") ?? "-").Take(WarmUp)], 1);
        // A question that names nothing to look for: what a request costs before the first look-up.
        ReportTimes("request without a look-up", [.. (await AskAsync(store, [.. Enumerable.Range(0, 1_000).Select(number => new MatchRecord($"{number}", [new(MatchField.JobTitle, "x")]))], 1)).Select(answer => answer.Milliseconds)]);
        if (clients > 1) ReportTimes("duplicates, one client", [.. (await AskAsync(store, queries, 1)).Select(answer => answer.Milliseconds)]);
        using var stop = new CancellationTokenSource();
        var saves = clients > 1 ? SaveAsync(store, stop.Token) : Task.FromResult<List<double>>([]);
        // As many connections as it takes, each with its statements prepared.
        if (clients > 1) await AskAsync(store, [.. Records(storePath, Option(options, "--store-map") ?? "-").Skip(WarmUp).Take(WarmUp)], clients);
        var answers = await AskAsync(store, queries, clients);
        await stop.CancelAsync();
        ReportTimes($"duplicates, {clients} at once", [.. answers.Select(answer => answer.Milliseconds)]);
        ReportTimes("save", await saves);
        Write(options, store, queries, answers.ToDictionary(answer => answer.Id));
        return 0;
    }

    /// <summary>The rows of a file, as the matching commands read them.</summary>
    public static IEnumerable<MatchRecord> Records(string path, string mapPath)
    {
        ColumnMap? map = null;
        foreach (var row in CsvFile.Rows(path))
        {
            if (map is null) map = ColumnMap.Read(mapPath, row);
            else yield return map.Record(row);
        }
    }

    /// <summary>A row as a client would send it.</summary>
    public static IEnumerable<DuplicateField> Fields(MatchRecord record) => record.Values.Select(value => (Kind: KindOf(value.Field), value.Value, value.Field))
        .Where(value => value.Kind is not null)
        .Select(value => new DuplicateField(value.Kind!.Value, value.Value.Trim(), value.Field switch
        {
            MatchField.Mobile => PhoneType.Mobile,
            MatchField.Fax => PhoneType.Fax,
            _ => null,
        }));

    private static FieldKind? KindOf(MatchField field) => field switch
    {
        MatchField.Salutation => FieldKind.Salutation,
        MatchField.Title => FieldKind.AcademicTitle,
        MatchField.FirstName => FieldKind.FirstName,
        MatchField.LastName or MatchField.FullName => FieldKind.LastName,
        MatchField.Company => FieldKind.Company,
        MatchField.JobTitle => FieldKind.JobTitle,
        MatchField.Email => FieldKind.Email,
        MatchField.Phone or MatchField.Mobile or MatchField.Fax => FieldKind.Phone,
        MatchField.Street => FieldKind.Street,
        MatchField.HouseNumber => FieldKind.HouseNumber,
        MatchField.Postcode => FieldKind.Postcode,
        MatchField.City => FieldKind.City,
        MatchField.Region => FieldKind.Region,
        MatchField.Country => FieldKind.Country,
        MatchField.Website => FieldKind.Website,
        _ => null,
    };

    private sealed record Answered(string Id, double Milliseconds, IReadOnlyList<DuplicateCandidate> Candidates);

    private static async Task<IReadOnlyCollection<Answered>> AskAsync(OnlineStore store, MatchRecord[] queries, int clients)
    {
        var waiting = new ConcurrentQueue<MatchRecord>(queries);
        var answers = new ConcurrentBag<Answered>();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            using var client = store.Client();
            while (waiting.TryDequeue(out var query))
            {
                var request = new FindDuplicatesRequest([.. Fields(query)]);
                var start = Stopwatch.GetTimestamp();
                using var response = await client.PostAsJsonAsync("/api/v1/duplicates", request);
                if (!response.IsSuccessStatusCode) throw new InvalidOperationException($"{query.Id}: {await response.Content.ReadAsStringAsync()}");
                var found = await response.Content.ReadFromJsonAsync<FindDuplicatesResponse>();
                answers.Add(new(query.Id, Stopwatch.GetElapsedTime(start).TotalMilliseconds, found!.Candidates));
            }
        })));
        return answers;
    }

    // Fifty a second, each by a client that waits for its turn: people whom nobody asks for.
    private static async Task<List<double>> SaveAsync(OnlineStore store, CancellationToken stop)
    {
        using var client = store.Client();
        using var timer = new PeriodicTimer(BetweenSaves);
        var random = new Random(1);
        var times = new ConcurrentBag<double>();
        var running = new List<Task>();
        try
        {
            while (await timer.WaitForNextTickAsync(stop)) running.Add(SaveAsync());
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Task.WhenAll(running);
        }
        return [.. times];

        async Task SaveAsync()
        {
            FieldChoice[] fields = [new(FieldKind.FirstName, Word()), new(FieldKind.LastName, Word()), new(FieldKind.Company, $"{Word()} {Word()} GmbH"), new(FieldKind.Email, $"{Word()}@{Word()}.example"), new(FieldKind.City, Word())];
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/contacts") { Content = JsonContent.Create(new SaveContactRequest(null, store.ListId, fields)) };
            request.Headers.Add("Idempotency-Key", Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString());
            var start = Stopwatch.GetTimestamp();
            using var response = await client.SendAsync(request, CancellationToken.None);
            response.EnsureSuccessStatusCode();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        string Word() => new([.. Enumerable.Range(0, 9).Select(_ => (char)('a' + random.Next(26)))]);
    }

    private static void Write(string[] options, OnlineStore store, MatchRecord[] queries, Dictionary<string, Answered> answers)
    {
        if (Option(options, "--out") is { } output)
        {
            using var writer = new StreamWriter(output);
            writer.Write("query_id,rank,id,score,is_match\n");
            foreach (var query in queries)
            {
                var rank = 0;
                foreach (var candidate in answers[query.Id].Candidates.Take(MostNamed))
                    writer.Write(string.Create(CultureInfo.InvariantCulture, $"{query.Id},{++rank},{store.IdOf(candidate.ContactId) ?? candidate.ContactId.ToString()},{candidate.Score:0.0},{(candidate.Answer is DuplicateAnswer.Same ? 1 : 0)}\n"));
            }
        }
        if (Option(options, "--latency") is not { } latency) return;
        using var times = new StreamWriter(latency);
        times.Write("query_id,ms\n");
        foreach (var query in queries) times.Write(string.Create(CultureInfo.InvariantCulture, $"{query.Id},{answers[query.Id].Milliseconds:0.000}\n"));
    }

    private static string? Option(string[] options, string name) => Array.IndexOf(options, name) is >= 0 and var at && at + 1 < options.Length ? options[at + 1] : null;

    private static void ReportTimes(string what, List<double> times)
    {
        if (times.Count == 0) return;
        times.Sort();
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: p50 {times[times.Count / 2]:0.0} ms, p95 {times[times.Count * 95 / 100]:0.0} ms, p99 {times[times.Count * 99 / 100]:0.0} ms, max {times[^1]:0.0} ms ({times.Count})"));
    }

    private static void Report(Stopwatch watch, string what) => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds,6:0.0} s  {what}"));
}
