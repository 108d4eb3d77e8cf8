using Microsoft.Extensions.Options;

namespace Signet.Identity.SignIn;

/// <summary>
/// Makes every refusal take equally long (ASVS 5.0, V6.3.8): a known address costs a database write more than an unknown one, and an
/// address in several organisations a hash for each.
/// </summary>
public sealed class RefusalPace(TimeProvider clock, IOptions<RefusalOptions> options)
{
    /// <summary>Waits for what is left.</summary>
    /// <param name="started">The clock's timestamp at the begin of the attempt.</param>
    public Task FillAsync(long started, CancellationToken cancellationToken)
    {
        var left = options.Value.RefusalTakes - clock.GetElapsedTime(started);
        return left > TimeSpan.Zero ? Task.Delay(left, clock, cancellationToken) : Task.CompletedTask;
    }
}

/// <summary>Section <c>SignIn</c>.</summary>
public sealed class RefusalOptions
{
    public const string Section = "SignIn";

    /// <summary>Longer than four password hashes on a busy core.</summary>
    public TimeSpan RefusalTakes { get; set; } = TimeSpan.FromSeconds(2);
}
