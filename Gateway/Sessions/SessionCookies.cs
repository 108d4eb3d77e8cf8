namespace Signet.Gateway.Sessions;

/// <summary>
/// The door's two cookies. The <c>__Host-</c> prefix makes browsers refuse them from any other host, path or from plain http, so nothing beside
/// us can plant one; the session's value is opaque and means something to identity only.
/// </summary>
internal static class SessionCookies
{
    public const string Session = "__Host-signet";
    public const string SignIn = "__Host-signet-signin";

    public static void Set(HttpResponse response, string name, string value, TimeSpan lifetime) =>
        response.Cookies.Append(name, value, Options(lifetime));

    public static void Clear(HttpResponse response, string name) => response.Cookies.Delete(name, Options(null));

    private static CookieOptions Options(TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        Secure = true,
        SameSite = SameSiteMode.Lax, // Strict would hide the session from the first page after a link in a mail.
        Path = "/",
        MaxAge = lifetime,
        IsEssential = true,
    };
}
