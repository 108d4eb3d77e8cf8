namespace Signet.Identity.Users;

/// <summary>A person who signs in. Belongs to exactly one organisation; the same address elsewhere is another user.</summary>
public sealed class User
{
    public Guid OrganizationId { get; init; }

    public Guid Id { get; init; }

    public required string Email { get; init; }

    public required string DisplayName { get; set; }

    /// <summary>PHC string, see <see cref="PasswordHasher"/>; null when the user signs in by other means only.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>What the user may do; names of <see cref="Contracts.Permissions"/>.</summary>
    public List<string> Permissions { get; set; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>Password attempts since <see cref="AttemptsSince"/>; counted before the check, so that parallel guesses count too.</summary>
    public int Attempts { get; init; }

    public DateTimeOffset? AttemptsSince { get; init; }

    public DateTimeOffset? LockedUntil { get; init; }
}
