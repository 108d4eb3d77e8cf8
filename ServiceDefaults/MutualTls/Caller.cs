using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;

namespace Signet.ServiceDefaults;

/// <summary>Who is at the other end of a connection, by its certificate.</summary>
/// <param name="Name">The resource: "gateway" for <c>gateway.signet.internal</c>. Null when the certificate names no service.</param>
/// <param name="Thumbprint"><c>x5t#S256</c> of the certificate.</param>
public sealed record Caller(string? Name, string Thumbprint)
{
    // Kestrel keeps one certificate object per connection, so that names are parsed once for each.
    private static readonly ConditionalWeakTable<X509Certificate2, Caller> _known = [];

    public static Caller Of(X509Certificate2 certificate) =>
        _known.GetValue(certificate, static shown => new(NameOf(shown), TlsMaterial.ThumbprintOf(shown)));

    /// <summary>A certificate of two services would let the holder choose which one it is: it is none.</summary>
    private static string? NameOf(X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(extension => extension.EnumerateDnsNames()).ToList();
        return names is [var name] && name.EndsWith(ServiceName.Domain, StringComparison.Ordinal) ? name[..^ServiceName.Domain.Length] : null;
    }
}

public static class CallerExtensions
{
    /// <summary>The caller of this request; null on a connection without client certificate.</summary>
    public static Caller? Caller(this HttpContext context) =>
        context.Connection.ClientCertificate is { } certificate ? ServiceDefaults.Caller.Of(certificate) : null;

    public static string? CallerName(this HttpContext context) => context.Caller()?.Name;

    public static string? CallerThumbprint(this HttpContext context) => context.Caller()?.Thumbprint;
}
