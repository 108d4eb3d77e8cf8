using System.Collections.Frozen;
using Signet.Contracts;
using Signet.Extraction.Text;

namespace Signet.Extraction.Lines;

/// <summary>Words before (or behind) phone numbers: "Tel.", "M:", "Fax", "(office)".</summary>
internal static class LabelWords
{
    private const string ExtensionKey = "extension";
    private static readonly FrozenDictionary<string, PhoneType?> Phones = Read();
    private static readonly FrozenSet<string> Extensions = Table.Keyed("phone-labels").Single(line => line.Key == ExtensionKey).Words.Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Others = new[]
    {
        "e-mail", "email", "mail", "e", "mailto", "emailaddress", "courriel", "correo", "posta", "web", "www", "website", "webseite", "internet", "homepage", "url", "site", "http", "https", "w", "i", "sitoweb",
        "address", "adresse", "anschrift", "indirizzo", "direccion", "adres", "a", "postanschrift", "postaladdress", "visitingaddress", "besucheradresse", "hausanschrift", "lieferanschrift", "skype", "linkedin", "xing", "twitter",
        "pgp", "gpg", "fingerprint", "key", "keyid", "mailaddress", "e-mailaddress", "pec", "n", "name", "company", "firma", "title", "position", "funktion", "abteilung", "abt", "raum", "room", "zimmer", "zi", "geb", "gebaeude", "building",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Handles =
        "skype icq aim msn yim jabber matrix telegram signal teams threema wechat line twitter irc slack discord radio bleep pager nextel dx lic license licence npi".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> NumberedHandles = "radio bleep pager nextel dx lic license licence npi".Split(' ').ToFrozenSet();

    /// <summary>Whether the word labels phone numbers, and what type it gives (null: none).</summary>
    public static bool TryPhone(string folded, out PhoneType? type) => Phones.TryGetValue(Squeeze(folded), out type);

    /// <summary>Whether the word introduces the digits that are dialled behind a number.</summary>
    public static bool IsExtension(string folded) => Extensions.Contains(folded);

    /// <summary>Whether the word labels anything.</summary>
    public static bool IsLabel(string folded) => Phones.ContainsKey(Squeeze(folded)) || Others.Contains(Squeeze(folded));

    /// <summary>"Skype: erika.muster", "Bleep 2217", "Nextel 1*2*3": what reaches the person in a way that no contact stores.</summary>
    public static bool IntroducesHandle(string text, List<Word> words) =>
        words.Count is > 1 and <= 5 && (Handles.Contains(words[0].Folded) && text.AsSpan(words[0].End).TrimStart().StartsWith(":") || NumberedHandles.Contains(words[0].Folded) && text.AsSpan().ContainsAnyInRange('0', '9'));

    private static FrozenDictionary<string, PhoneType?> Read()
    {
        var phones = new Dictionary<string, PhoneType?>();
        foreach (var (key, rest) in Table.Keyed("phone-labels").Where(line => line.Key != ExtensionKey))
        {
            PhoneType? type = key == "none" ? null : Enum.Parse<PhoneType>(key, ignoreCase: true);
            foreach (var word in rest.Split(' ')) phones.TryAdd(Squeeze(word), type);
        }

        return phones.ToFrozenDictionary();
    }

    private static string Squeeze(string folded) => folded.Replace(".", "", StringComparison.Ordinal);
}
