namespace Signet.Identity.Keys;

/// <summary>A key of ASP.NET Data Protection (cookies and forms of the sign-in pages), encrypted before it gets here.</summary>
public sealed class DataProtectionRecord
{
    public Guid Id { get; init; }

    public required string Xml { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
