using System.ComponentModel.DataAnnotations;

namespace Signet.ServiceDefaults;

/// <summary>Section <c>Tls</c>: this host's certificate, whom it trusts, and who may call it.</summary>
public sealed class TlsOptions
{
    public const string Section = "Tls";

    /// <summary>PEM chain, leaf first.</summary>
    [Required(ErrorMessage = "Tls:Certificate is missing. Name the PEM file with this service's certificate chain.")]
    public string Certificate { get; set; } = "";

    /// <summary>PEM, PKCS#8.</summary>
    [Required(ErrorMessage = "Tls:Key is missing. Name the PEM file with the certificate's private key.")]
    public string Key { get; set; } = "";

    [Required(ErrorMessage = "Tls:Authorities is missing. Name the PEM file with the authorities of the services' certificates.")]
    public string Authorities { get; set; } = "";

    /// <summary>Comma list of the resources whose certificates may call this service at all. Empty: nobody.</summary>
    public string Callers { get; set; } = "";
}
