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
    public void Work_that_took_longer_is_not_held_up()
    {
        var started = clock.GetTimestamp();
        clock.Advance(TimeSpan.FromSeconds(3));

        Assert.True(new RefusalPace(clock, Options.Create(new RefusalOptions())).FillAsync(started, CancellationToken.None).IsCompletedSuccessfully);
    }
}
