using Microsoft.Extensions.Options;

namespace Signet.Identity.SignIn;

/// <summary>
/// Makes every refusal take equally long (ASVS 5.0, V6.3.8): a known address costs a database write more than an unknown one, and an
/// address in several organisations a hash for each.
/// </summary>
public sealed class RefusalPace(TimeProvider clock, IOptions<RefusalOptions> options)
{
    /// <summary>Waits until a whole multiple of <see cref="RefusalOptions.RefusalTakes"/> has gone by.</summary>
    /// <param name="started">The clock's timestamp at the begin of the attempt.</param>
    public Task FillAsync(long started, CancellationToken cancellationToken)
    {
        var pace = options.Value.RefusalTakes;
        if (pace == TimeSpan.Zero) return Task.CompletedTask;
        // A busy machine takes longer than one step: the next whole one still says less than the time itself.
        var left = pace.Ticks - (clock.GetElapsedTime(started).Ticks % pace.Ticks);
        return Task.Delay(TimeSpan.FromTicks(left), clock, cancellationToken);
    }
}

/// <summary>Section <c>SignIn</c>.</summary>
public sealed class RefusalOptions
{
    public const string Section = "SignIn";

    /// <summary>Longer, and people take the page for broken.</summary>
    public static readonly TimeSpan Most = TimeSpan.FromSeconds(10);

    /// <summary>Longer than four password hashes on a busy core. Zero, for tests, does not wait.</summary>
    public TimeSpan RefusalTakes { get; set; } = TimeSpan.FromSeconds(2);
}
