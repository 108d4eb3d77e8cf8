using Signet.Contracts;

namespace Signet.Identity.Organizations;

/// <summary>A customer. Everything else that belongs to a tenant carries its id.</summary>
public sealed class Organization
{
    public const string DefaultRegion = "DE";
    public const string DefaultLanguage = "de";

    public Guid Id { get; init; }

    public required string Name { get; set; }

    /// <summary>ISO 3166-1 alpha-2: where phone numbers without a country code are from.</summary>
    public string Region { get; private set; } = DefaultRegion;

    /// <summary>ISO 639-1: which language decides between readings that are otherwise even.</summary>
    public string Language { get; private set; } = DefaultLanguage;

    /// <summary>Of the settings; counts their changes.</summary>
    public int Version { get; private set; } = 1;

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Both in one, as tokens carry it (BCP 47).</summary>
    public string Locale => $"{Language}-{Region}";

    public void Change(OrganizationSettings settings) => (Region, Language, Version) = (settings.Region, settings.Language, Version + 1);
}
