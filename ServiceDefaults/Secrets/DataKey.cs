using Microsoft.EntityFrameworkCore;

namespace Signet.ServiceDefaults;

/// <summary>An organisation's key for its secrets in this service, wrapped. Destroying the rows makes all of them unreadable.</summary>
internal sealed class DataKey
{
    public required Guid OrganizationId { get; init; }

    public required int Version { get; init; }

    public required byte[] Wrapped { get; init; }

    /// <summary>For the derivation of the two working keys; one per version.</summary>
    public required byte[] Salt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

public static class SecretModelExtensions
{
    /// <summary>The table <c>data_key</c>. Its migration says <c>EnableRowSecurity("data_key")</c>.</summary>
    public static ModelBuilder AddSecrets(this ModelBuilder model)
    {
        model.Entity<DataKey>(key =>
        {
            key.ToTable("data_key");
            key.HasKey(row => new { row.OrganizationId, row.Version });
        });
        return model;
    }
}
