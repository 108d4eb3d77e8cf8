namespace Signet.Identity.Keys;

/// <summary>
/// A key of this service. The private part is wrapped by the master key, which is never in the database.
/// A key is announced (<see cref="CreatedAt"/>), signs from <see cref="ActivatesAt"/> to <see cref="RetiresAt"/> and is accepted until <see cref="ExpiresAt"/>.
/// </summary>
public sealed class KeyRecord
{
    public required string Id { get; init; }

    public KeyPurpose Purpose { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ActivatesAt { get; init; }

    public DateTimeOffset RetiresAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The public point (x and y, 32 bytes each); null for a symmetric key.</summary>
    public byte[]? PublicPoint { get; init; }

    public required byte[] WrappedSecret { get; init; }
}
