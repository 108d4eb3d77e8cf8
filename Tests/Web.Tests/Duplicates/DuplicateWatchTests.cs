using Signet.Contracts;
using Signet.Web.Api;
using Signet.Web.Duplicates;
using Signet.Web.Fields;
using Signet.Web.Shell;

namespace Signet.Web.Tests.Duplicates;

/// <summary>The newest question wins, and no failure is ever heard of.</summary>
public sealed class DuplicateWatchTests : WebContext
{
    private const string Ask = "POST /api/v1/duplicates";

    private readonly FieldSheet sheet;
    private readonly DuplicateWatch watch;
    private readonly SemaphoreSlim shown = new(0);

    public DuplicateWatchTests()
    {
        Server.On("GET /api/v1/me", Sample.Me).On("GET /api/v1/lists", Sample.Lists);
        sheet = FieldSheet.Blank(Get<FieldWords>());
        watch = new DuplicateWatch(Get<SignetApi>(), Get<Session>(), Clock, () => shown.Release());
        watch.Begin(sheet, []);
    }

    [Fact]
    public async Task An_answer_that_comes_after_the_next_question_is_not_shown()
    {
        var late = new TaskCompletionSource();
        Server.On(Ask, async (sent, cancel) =>
        {
            var name = sent.Read<FindDuplicatesRequest>().Fields[0].Value!;
            if (name == "Müller") await late.Task;
            return FakeServer.Json(new FindDuplicatesResponse([Sample.Candidate($"Answer to {name}")]));
        });
        Type("Müller");
        Clock.Advance(DuplicateWatch.Pause);

        Type("Meier");
        Clock.Advance(DuplicateWatch.Pause);
        await ShownAsync();
        late.SetResult();
        await Server.IdleAsync();

        Assert.Equal("Answer to Meier", Assert.Single(watch.Candidates).DisplayName);
        Assert.Equal(0, shown.CurrentCount);
    }

    [Fact]
    public void A_question_in_flight_is_given_up_as_soon_as_something_else_is_typed()
    {
        var given = CancellationToken.None;
        Server.On(Ask, async (_, cancel) =>
        {
            given = cancel;
            await Task.Delay(Timeout.Infinite, cancel);
            throw new InvalidOperationException("never");
        });
        Type("Müller");
        Clock.Advance(DuplicateWatch.Pause);
        Assert.False(given.IsCancellationRequested);

        Type("Meier");

        Assert.True(given.IsCancellationRequested);
    }

    [Fact]
    public void A_page_that_is_left_asks_nothing_more()
    {
        Type("Müller");
        watch.Dispose();
        Clock.Advance(DuplicateWatch.Pause);
        Type("Meier");
        Clock.Advance(DuplicateWatch.Pause);
        Assert.DoesNotContain(Server.Sent, sent => sent.Line == Ask);
    }

    [Fact]
    public async Task A_failure_leaves_what_still_holds()
    {
        Begin(Sample.Candidate("Same name", Sample.Reason("lastNameSame", 8, "Müller")), Sample.Candidate("Same mobile", Sample.Reason("mobileSame", 14, "+491713920042")));
        Server.Fails(Ask, 503, "service-unavailable");

        Type("Meier");
        Clock.Advance(DuplicateWatch.Pause);
        await ShownAsync();

        Assert.Equal("Same mobile", Assert.Single(watch.Candidates).DisplayName);
    }

    [Fact]
    public async Task An_answer_takes_the_place_of_what_was_there()
    {
        Begin(Sample.Candidate("Same mobile", Sample.Reason("mobileSame", 14, "+491713920042")));
        Server.On(Ask, new FindDuplicatesResponse([]));

        Type("Meier");
        Clock.Advance(DuplicateWatch.Pause);
        await ShownAsync();

        Assert.Empty(watch.Candidates);
    }

    private void Begin(params DuplicateCandidate[] known)
    {
        Entry(FieldKind.LastName).Value = "Müller";
        sheet.Entries.Single(entry => entry.PhoneType is PhoneType.Mobile).Value = "+491713920042";
        watch.Begin(sheet, known);
    }

    private void Type(string lastName)
    {
        Entry(FieldKind.LastName).Value = lastName;
        sheet.Touch();
    }

    private FieldEntry Entry(FieldKind kind) => sheet.Entries.First(entry => entry.Kind == kind);

    private async Task ShownAsync() => Assert.True(await shown.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
}
