using Microsoft.EntityFrameworkCore;

namespace Signet.ServiceDefaults;

/// <summary>A request that was carried out, by the key its client chose, and the answer to give when it comes again.</summary>
internal sealed class IdempotencyEntry
{
    public required Guid OrganizationId { get; init; }

    public required Guid UserId { get; init; }

    public required string Key { get; init; }

    /// <summary>SHA-256 of method, path, query and body: the same key with another request is a mistake of the client.</summary>
    public required byte[] RequestHash { get; init; }

    /// <summary>Encrypted: answers hold contact data.</summary>
    public byte[]? Answer { get; set; }

    public required DateTimeOffset ExpiresAt { get; init; }
}

public static class IdempotencyModelExtensions
{
    /// <summary>The tables <c>idempotency_entry</c> and <c>data_key</c>. Their migration says <c>EnableRowSecurity</c> for both.</summary>
    public static ModelBuilder AddIdempotency(this ModelBuilder model)
    {
        model.Entity<IdempotencyEntry>(entry =>
        {
            entry.ToTable("idempotency_entry");
            entry.HasKey(row => new { row.OrganizationId, row.UserId, row.Key });
            entry.Property(row => row.Key).HasMaxLength(IdempotencyFilter.LongestKey);
            entry.HasIndex(row => new { row.OrganizationId, row.ExpiresAt });
        });
        return model.AddSecrets();
    }
}
