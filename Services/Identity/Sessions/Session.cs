namespace Signet.Identity.Sessions;

/// <summary>One sign-in on one device: true here, everywhere else only cached for a minute.</summary>
public sealed class Session
{
    /// <summary>A session ends this long after the sign-in, used or not.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    /// <summary>A session ends when it was not used for this long.</summary>
    public static readonly TimeSpan IdleLimit = TimeSpan.FromDays(14);

    public Guid OrganizationId { get; init; }

    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Coarse: written at most every five minutes.</summary>
    public DateTimeOffset LastSeenAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}
