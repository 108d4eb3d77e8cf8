using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Signet.Identity.SignIn;

namespace Signet.Services.Tests.Identity;

public sealed class RefusalPaceTests
{
    private readonly FakeTimeProvider clock = new();

    [Theory]
    [InlineData(0)]
    [InlineData(330)]
    [InlineData(1300)]
    public async Task A_refusal_ends_two_seconds_after_its_begin_however_long_the_work_was(int work)
    {
        var started = clock.GetTimestamp();
        clock.Advance(TimeSpan.FromMilliseconds(work));

        var refusal = new RefusalPace(clock, Options.Create(new RefusalOptions())).FillAsync(started, CancellationToken.None);

        clock.Advance(TimeSpan.FromMilliseconds(2000 - work - 1));
        Assert.False(refusal.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        await refusal;
    }

    [Fact]
    public async Task Work_that_took_longer_is_filled_up_to_the_next_whole_step()
    {
        var started = clock.GetTimestamp();
        clock.Advance(TimeSpan.FromSeconds(3));

        var refusal = new RefusalPace(clock, Options.Create(new RefusalOptions())).FillAsync(started, CancellationToken.None);

        clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False(refusal.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        await refusal;
    }

    [Fact]
    public void A_pace_of_nothing_does_not_wait() =>
        Assert.True(new RefusalPace(clock, Options.Create(new RefusalOptions { RefusalTakes = TimeSpan.Zero })).FillAsync(clock.GetTimestamp(), CancellationToken.None).IsCompletedSuccessfully);
}
