using System.Diagnostics;
using System.Globalization;
using Signet.Contacts.Contacts;
using static Signet.Services.Tests.Contacts.Some;

namespace Signet.Services.Tests.Contacts;

/// <summary>
/// Searches and saves at the service's boundary (TLS, token, transaction and database included), one client. With <c>SIGNET_LONG=1</c> among
/// 50,000 contacts: the figures of docs/performance.md; otherwise among 5,000, which shows that the measurement works.
/// </summary>
public sealed class SearchSpeedTests(ContactsApp app, ITestOutputHelper output) : IClassFixture<ContactsApp>
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("SIGNET_LONG") == "1";

    [Fact]
    public async Task Searching_and_saving_stay_fast_among_many()
    {
        var anna = app.NewOrganization();
        await using (var connection = await app.ConnectAsSuperuserAsync())
            await new Crowd(IsLong ? 50_000 : 5_000).WriteAsync(connection, anna.OrganizationId, (await anna.FirstListAsync()).Id);
        FieldValue[][] people = [.. new Crowd(IsLong ? 300 : 30).People().Select(person => person.ToArray())];
        foreach (var person in people.Take(20)) await anna.SearchAsync(person[1].Value);

        List<double> all = [];
        await MeasureAsync("surname", person => anna.SearchAsync(person[1].Value));
        await MeasureAsync("first name and surname", person => anna.SearchAsync($"{person[0].Value} {person[1].Value}"));
        await MeasureAsync("surname with two letters swapped", person => anna.SearchAsync(Swapped(person[1].Value)));
        await MeasureAsync("three letters", person => anna.SearchAsync(person[1].Value[..3]));
        await MeasureAsync("company", person => anna.SearchAsync(person[2].Value));
        await MeasureAsync("e-mail", person => anna.SearchAsync(person[4].Value));
        await MeasureAsync("phone", person => anna.SearchAsync(person[5].Value));
        await MeasureAsync("surname and city", person => anna.SearchAsync($"{person[1].Value} {person[6].Value}"));
        var searches = Report("all searches", all);
        await MeasureAsync("legal form (the broadest)", _ => anna.SearchAsync("gmbh"));
        await MeasureAsync("everybody, first page", _ => anna.SearchAsync(null));
        await MeasureAsync("save", person => anna.SaveAsync([.. person.Select((value, index) => index == 4 ? Email($"new.{value.Value}") : value)]));
        Assert.True(searches < 1_000, $"p99 is {searches} ms");

        async Task MeasureAsync(string what, Func<FieldValue[], Task> work)
        {
            List<double> times = [];
            foreach (var person in people)
            {
                var start = Stopwatch.GetTimestamp();
                await work(person);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            all.AddRange(times);
            Report(what, times);
        }
    }

    private double Report(string what, List<double> times)
    {
        double[] sorted = [.. times.Order()];
        var (p50, p99) = (sorted[sorted.Length / 2], sorted[(int)(sorted.Length * 0.99)]);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-40} p50 {p50,7:f1} ms  p99 {p99,7:f1} ms  ({sorted.Length})"));
        return p99;
    }

    private static string Swapped(string name) => name.Length < 4 ? name : $"{name[..2]}{name[3]}{name[2]}{name[4..]}";
}
