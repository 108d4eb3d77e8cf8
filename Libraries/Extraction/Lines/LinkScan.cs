using Signet.Extraction.Text;
using Signet.Extraction.Vocabulary;

namespace Signet.Extraction.Lines;

/// <summary>A mail address in a line.</summary>
internal readonly record struct FoundEmail(int Start, int Length, string Address)
{
    public string Domain => Address[(Address.LastIndexOf('@') + 1)..];

    public int End => Start + Length;
}

/// <summary>Finds mail addresses around each @, in steps bounded by what an address may be long.</summary>
internal static class EmailScan
{
    private const int MostLocal = 64;
    private const int MostDomain = 190;

    public static List<FoundEmail> Find(string text, StepCounter? steps = null)
    {
        var found = new List<FoundEmail>();
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var start = at;
            while (start > 0 && at - start < MostLocal && IsLocal(text[start - 1])) start--;
            while (start < at && text[start] is '.' or '-' or '\'' or '/' or '+') start++;
            var end = at + 1;
            while (end < text.Length && end - at < MostDomain && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-')) end++;
            while (end > at && text[end - 1] is '.' or '-') end--;
            steps?.Add(end - start);
            if (start == at || end - at < 4 || found.Count > 0 && found[^1].End > start) continue;
            var domain = text.AsSpan(at + 1, end - at - 1);
            var dot = domain.LastIndexOf('.');
            // cid:image001.png@01D98A68.59E21180 is a picture, not an address.
            if (dot <= 0 || domain.Length - dot < 3 || domain[(dot + 1)..].ContainsAnyInRange('0', '9')) continue;
            // Half of "jürgen@…" is nobody's address, and a domain that goes on in other letters is another.
            if (start > 0 && char.IsLetter(text[start - 1]) || end < text.Length && char.IsLetter(text[end])) continue;
            if (start >= 4 && text.AsSpan(start - 4, 4).Equals("cid:", StringComparison.OrdinalIgnoreCase)) continue;
            if (LooksLikeMessageId(text.AsSpan(start, at - start))) continue;
            found.Add(new(start, end - start, text[start..end]));
        }

        return found;
    }

    // "20250203091200.GA4711@…": nobody's address begins with a time stamp.
    private static bool LooksLikeMessageId(ReadOnlySpan<char> local) => local.Length > 12 && local.IndexOfAnyExceptInRange('0', '9') is < 0 or >= 8;

    private static bool IsLocal(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '\'' or '%' or '&' or '=';
}

/// <summary>A web address in a line.</summary>
internal readonly record struct FoundLink(int Start, int Length, string Address, string Host)
{
    public int End => Start + Length;
}

/// <summary>Finds web addresses: with scheme, with www, or a bare host whose last label is a known top-level domain.</summary>
internal static class LinkScan
{
    public static List<FoundLink> Find(string text, StepCounter? steps = null)
    {
        var found = new List<FoundLink>();
        var i = 0;
        while (i < text.Length)
        {
            if (!char.IsAsciiLetterOrDigit(text[i]) || i > 0 && (char.IsLetterOrDigit(text[i - 1]) || text[i - 1] is '@' or '.' or '_' or '-'))
            {
                i++;
                continue;
            }

            var end = i;
            while (end < text.Length && IsPart(text[end])) end++;
            steps?.Add(end - i);
            while (end > i && text[end - 1] is '.' or ',' or ';' or ':' or ')' or '\'' or '!' or '?' or '-' or '*' or '_' or '/') end--;
            if (Read(text, i, end) is { } link) found.Add(link);
            i = Math.Max(end, i + 1);
        }

        return found;
    }

    /// <summary>The address that a gateway's link leads to: "https://….safelinks.protection.outlook.com/?url=https%3A%2F%2Fkupfer.example&amp;data=…".</summary>
    public static FoundLink Unwrapped(FoundLink link)
    {
        const string parameter = "url=";
        if (!link.Host.EndsWith(".safelinks.protection.outlook.com", StringComparison.Ordinal) || link.Address.IndexOf(parameter, StringComparison.Ordinal) is not (> 0 and var at)) return link;
        var end = link.Address.IndexOf('&', at);
        var inner = Uri.UnescapeDataString(end < 0 ? link.Address[(at + parameter.Length)..] : link.Address[(at + parameter.Length)..end]);
        return Read(inner, 0, inner.Length) is { } target ? target with { Start = link.Start, Length = link.Length, Address = target.Address.TrimEnd('/') } : link;
    }

    /// <summary>The host of an address that was found.</summary>
    public static string HostOf(string link)
    {
        var host = link.AsSpan(link.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0);
        return (host.IndexOfAny('/', '?', '#') is >= 0 and var end ? host[..end] : host).ToString();
    }

    private static FoundLink? Read(string text, int start, int end)
    {
        var address = text.AsSpan(start, Math.Max(0, end - start));
        // "youtube.com/@kupfer" is an address, "erika@kupfer.example/…" none.
        if (address.IndexOf('@') is >= 0 and var at && (at == 0 || address[at - 1] != '/' || !address[..at].Contains('.'))) return null;
        var scheme = address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7
            : address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8
            : address.StartsWith("http:/", StringComparison.OrdinalIgnoreCase) ? 6 : 0;
        var host = address[scheme..];
        var slash = host.IndexOfAny('/', '?', '#');
        if (slash >= 0) host = host[..slash];
        var colon = host.IndexOf(':');
        if (colon >= 0) host = host[..colon];
        var dot = host.LastIndexOf('.');
        if (dot <= 0 || dot == host.Length - 1 || host.Length > 120 || Cleaning.MixesScripts(host)) return null;
        var top = host[(dot + 1)..].ToString().ToLowerInvariant();
        if (!top.AsSpan().ContainsAnyInRange('a', 'z') || top.AsSpan().ContainsAnyInRange('0', '9')) return null;
        var explicitly = scheme > 0 || host.StartsWith("www", StringComparison.OrdinalIgnoreCase);
        if (!explicitly && (!Lexicon.TopLevelDomains.Contains(top) || host.Length < 5 || dot < 2)) return null;
        return new(start, address.Length, address.ToString(), host.ToString().ToLowerInvariant());
    }

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || c is '.' or '-' or '/' or ':' or '?' or '=' or '&' or '%' or '_' or '~' or '#' or '+' or ';' or ',' or '!' or '@' or '\'';
}
