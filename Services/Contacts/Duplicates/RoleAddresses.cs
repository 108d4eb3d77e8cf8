using System.Collections.Frozen;

namespace Signet.Contacts.Duplicates;

/// <summary>Mailboxes of an office, not of a person (RFC 2142 and what companies here use).</summary>
public static class RoleAddresses
{
    private static readonly FrozenSet<string> LocalParts = FrozenSet.Create(
        StringComparer.Ordinal,
        "abuse", "accounting", "admin", "anfrage", "anfragen", "auftrag", "bewerbung", "billing", "buchhaltung", "buero", "contact", "contacto", "datenschutz",
        "dispo", "einkauf", "empfang", "export", "finance", "hallo", "hello", "help", "hostmaster", "hr", "import", "info", "information", "invoice",
        "jobs", "karriere", "kontakt", "kundenservice", "logistik", "mail", "marketing", "news", "newsletter", "no-reply", "noreply", "office",
        "order", "orders", "personal", "post", "postmaster", "presse", "press", "privacy", "rechnung", "reception", "sales", "sekretariat", "service", "shop",
        "support", "team", "technik", "verkauf", "versand", "vertrieb", "verwaltung", "webmaster", "welcome", "zentrale");

    /// <param name="address">Lower case.</param>
    public static bool Contains(string address) =>
        address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && LocalParts.Contains(address[..at]);
}
