namespace Signet.Web.Contacts;

/// <summary>Addresses of other programs, made of contact values.</summary>
public static class Links
{
    /// <summary>RFC 6068: a local part may hold "?" and "&amp;", which would add header fields to the new mail if they stood as they are.</summary>
    public static string MailTo(string address) => $"mailto:{Uri.EscapeDataString(address).Replace("%40", "@", StringComparison.Ordinal)}";
}
