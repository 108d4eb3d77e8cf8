namespace Signet.Identity.Keys;

/// <summary>
/// How long keys work. A successor is announced <see cref="Notice"/> before its turn, longer than anyone caches the list of keys;
/// a retired key is accepted for as long as what it signed or encrypted may live.
/// </summary>
public sealed record KeySchedule(TimeSpan Active, TimeSpan Notice, TimeSpan Accepted)
{
    public static KeySchedule Of(KeyPurpose purpose) => purpose switch
    {
        KeyPurpose.InternalTokens => new KeySchedule(TimeSpan.FromDays(30), TimeSpan.FromDays(1), TimeSpan.FromHours(1)),
        _ => new KeySchedule(TimeSpan.FromDays(365), TimeSpan.FromDays(7), Sessions.Session.Lifetime + TimeSpan.FromDays(1)),
    };
}
