using System.ComponentModel.DataAnnotations;

namespace Signet.ServiceDefaults;

/// <summary>Section <c>Stores</c>: the certificate of this host's role at Postgres and Redis, and the names that those answer to.</summary>
public sealed class StoreTlsOptions
{
    public const string Section = "Stores";

    [Required(ErrorMessage = "Stores:Certificate is missing. Name the PEM file with the certificate of this service's database role.")]
    public string Certificate { get; set; } = "";

    [Required(ErrorMessage = "Stores:Key is missing. Name the PEM file with the private key of Stores:Certificate.")]
    public string Key { get; set; } = "";

    [Required(ErrorMessage = "Stores:Authorities is missing. Name the PEM file with the authorities of the stores' certificates.")]
    public string Authorities { get; set; } = "";

    /// <summary>The address dialled is not the name: the name in the server's certificate is this one.</summary>
    public string PostgresName { get; set; } = "postgres" + ServiceName.Domain;

    public string RedisName { get; set; } = "redis" + ServiceName.Domain;
}
