namespace Signet.Identity.Organizations;

/// <summary>A customer. Everything else that belongs to a tenant carries its id.</summary>
public sealed class Organization
{
    public Guid Id { get; init; }

    public required string Name { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
}
