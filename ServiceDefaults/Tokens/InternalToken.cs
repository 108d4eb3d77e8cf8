namespace Signet.ServiceDefaults;

/// <summary>
/// The token that identity makes for one audience and one caller: JWT, ES256, at most a minute long, bound by <c>cnf</c> to the certificate
/// that asked for it. Claims: <c>sub</c> user, <c>org</c>, <c>sid</c>, <c>scope</c> (permissions), <c>locale</c> (the organisation's
/// language and region), <c>act</c> (a service acting for the user).
/// </summary>
public static class InternalToken
{
    /// <summary>Name of the authentication scheme.</summary>
    public const string Scheme = "Internal";

    public const string Issuer = "https://identity" + ServiceName.Domain;

    /// <summary>A token that lives longer was not made by our rules.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    public static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(5);

    public const string Organization = "org";
    public const string Session = "sid";
    public const string Scope = "scope";

    /// <summary>BCP 47, "de-DE": what the organisation's captures are read by. The name is OpenID Connect's (Core 1.0, 5.1).</summary>
    public const string Locale = "locale";

    public const string Confirmation = "cnf";
    public const string Actor = "act";

    /// <summary>RFC 8705, member of <c>cnf</c>.</summary>
    public const string ConfirmationThumbprint = "x5t#S256";
}
