using System.Collections.Frozen;
using Signet.Contracts;
using Signet.Extraction.Text;
using Signet.Extraction.Vocabulary;

namespace Signet.Extraction.Lines;

/// <summary>Takes a signature line apart: contact points first, then the pieces of text between them and the separators.</summary>
internal sealed class LineReader(PhoneReader phones, StepCounter steps)
{
    private const string Separators = "|\t•·│¦►■▪●◦∙‣";

    private static readonly string[] SocialHosts =
        ["linkedin.", "xing.", "twitter.", "x.com", "facebook.", "instagram.", "youtube.", "youtu.be", "github.", "mastodon.", "fb.com", "tiktok.", "threads.net", "bsky.app"];

    // Links to what concerns every mail, not the person: whole segments of a path, whole labels of a host.
    private static readonly FrozenSet<string> ForeignSegments = new[]
    {
        "datenschutz", "datenschutzerklaerung", "datenschutzhinweise", "privacy", "privacy-policy", "privacy-notice", "privacypolicy", "privacy-statement", "disclaimer", "email-disclaimer", "unsubscribe", "imprint", "impressum",
        "legal", "legal-notice", "listinfo", "mailman", "pipermail", "mailing", "mailinglist",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> ForeignLabels = new[]
    {
        "lore", "aka", "safelinks", "urldefense", "bugzilla", "mailman", "lists",
        // Where meetings are booked and held, reviews written, maps shown.
        "calendly", "zoom", "webex", "gotomeet", "gotomeeting", "hubspot", "bookings", "teams", "whereby", "jitsi", "doodle", "youcanbook", "cal", "trustpilot", "tripadvisor", "google", "goo", "maps", "outlook", "office", "microsoft", "whatsapp", "wa", "t", "bit", "tinyurl", "surveymonkey", "typeform", "eventbrite", "mailchimp", "orcid", "g",
    }.ToFrozenSet();

    public void Read(TextLine line, bool isFooter, List<Segment> segments, List<ContactPoint> points)
    {
        var text = line.Text;
        var taken = new bool[text.Length];
        steps.Add(text.Length);
        if (AssistantLine.Is(line)) return;
        var legal = LegalWords.Find(line.Words).Kind == LegalWord.Register;
        foreach (var email in EmailScan.Find(text, steps))
        {
            points.Add(new(FieldKind.Email, email.Address, null, 0.97, "email.signature", line.Start + email.Start, email.Length, isFooter));
            Take(taken, email.Start, email.End);
        }

        foreach (var found in LinkScan.Find(text, steps))
        {
            var link = LinkScan.Unwrapped(found);
            if (taken.AsSpan(link.Start, link.Length).Contains(true)) continue;
            Take(taken, link.Start, link.End);
            if (ReadLink(line, link, isFooter) is { } point) points.Add(point);
        }

        foreach (var phone in phones.Read(Masked(text, taken), legal))
        {
            points.Add(new(FieldKind.Phone, phone.Value, phone.Type, phone.Confidence, phone.Rule, line.Start + phone.NumberStart, phone.NumberLength, isFooter));
            Take(taken, phone.Start, phone.End);
        }

        Split(line, text, taken, isFooter, segments);
    }

    private static ContactPoint? ReadLink(TextLine line, FoundLink link, bool isFooter)
    {
        if (IsSocial(link)) return ReadProfile(line, link, isFooter);
        if (IsForeign(link)) return null;
        return new(FieldKind.Website, WithoutCampaign(link.Address), null, 0.93, "website.link", line.Start + link.Start, link.Length, isFooter);
    }

    /// <summary>The profile that a link leads to; null when it leads elsewhere, or to the network alone.</summary>
    public static ContactPoint? ReadProfile(TextLine line, FoundLink link, bool isFooter) =>
        IsSocial(link) && link.Address.IndexOf('/', link.Address.IndexOf("//", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 2 : 0) is > 0
            ? new(FieldKind.SocialProfile, WithoutCampaign(link.Address), null, 0.9, "social.link", line.Start + link.Start, link.Length, isFooter)
            : null;

    private static bool IsSocial(FoundLink link) =>
        SocialHosts.Any(host => link.Host.StartsWith(host, StringComparison.Ordinal) || link.Host.Contains('.' + host, StringComparison.Ordinal) && link.Host.Length < host.Length + 10);

    // What counts clicks is no part of the address.
    private static string WithoutCampaign(string address) =>
        address.IndexOf('?', StringComparison.Ordinal) is > 0 and var query && address.AsSpan(query).Contains("utm_", StringComparison.OrdinalIgnoreCase) ? address[..query] : address;

    // "kupfer.example/de/datenschutz.html", "lists.example.org"; not "kupfer-legal.example" or "kupfer.example/legaltech".
    private static bool IsForeign(FoundLink link)
    {
        if (link.Host.Split('.').Any(ForeignLabels.Contains)) return true;
        var path = link.Address[(link.Address.IndexOf(link.Host, StringComparison.OrdinalIgnoreCase) + link.Host.Length)..];
        return path.Split('/', '?', '#', '.', '&', '=').Any(segment => ForeignSegments.Contains(Folding.Fold(segment)));
    }

    private static void Split(TextLine line, string text, bool[] taken, bool isFooter, List<Segment> segments)
    {
        var start = 0;
        var isSlashed = IsSlashed(text, taken);
        for (var i = 0; i <= text.Length; i++)
        {
            var width = i == text.Length ? 1 : taken[i] || isSlashed && text[i] == '/' ? 1 : SeparatorWidth(text, i);
            if (width == 0) continue;
            // "43201 - Reus": the hyphen joins.
            if (width == 3 && text[i + 1] is '-' or '–' && (IsPostcode(text.AsSpan(start, i - start)) || IsPostcode(text.AsSpan(i + 3, Math.Min(7, text.Length - i - 3))))) continue;
            Add(line, text, start, i, isFooter, segments);
            i += width - 1;
            start = i + 1;
        }
    }

    // "Erika Muster/Head of Sales/Kupfer/…@…": slashes where others have bars.
    private static bool IsSlashed(string text, bool[] taken)
    {
        if (!text.Contains('@', StringComparison.Ordinal)) return false;
        var slashes = 0;
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '/' && !taken[i] && !text.AsSpan(i).StartsWith("//")) slashes++;
        return slashes >= 3;
    }

    private static bool IsPostcode(ReadOnlySpan<char> text) => text.Trim(" .,".AsSpan()) is { Length: >= 4 and <= 6 } digits && digits.IndexOfAnyExceptInRange('0', '9') < 0;

    private static int SeparatorWidth(string text, int i)
    {
        var c = text[i];
        if (Separators.Contains(c, StringComparison.Ordinal)) return 1;
        if (c != ' ' && c != '\u00a0') return 0;
        var width = 1;
        while (i + width < text.Length && text[i + width] is ' ' or '\u00a0') width++;
        // Bullets, stars, and what a wrong charset made of them.
        if (i + width + 1 < text.Length && text[i + width] is '*' or '?' or '\ufffd' or '.' && text[i + width + 1] == ' ') return width + 2;
        if (width >= 3) return width;
        if (width == 2 && i + 3 < text.Length && text[i + 2] == '/' && text[i + 3] == ' ') return 4;
        // " - ", " – ", " // " between items.
        if (i + 2 < text.Length && text[i + 1] is '-' or '–' or '—' or '~' && text[i + 2] == ' ') return 3;
        return i + 3 < text.Length && text[i + 1] == '/' && text[i + 2] == '/' && text[i + 3] == ' ' ? 4 : 0;
    }

    private static void Add(TextLine line, string text, int start, int end, bool isFooter, List<Segment> segments)
    {
        const string edge = " \u00a0,;:*_=~-–—/\\<>[]\"„“”#>+!";
        while (start < end && (edge.Contains(text[start], StringComparison.Ordinal) || text[start] == '.')) start++;
        while (end > start && edge.Contains(text[end - 1], StringComparison.Ordinal)) end--;
        if (end <= start || !HasContent(text, start, end)) return;
        segments.Add(new(line, line.Start + start, text[start..end], isFooter));
    }

    private static bool HasContent(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (char.IsLetterOrDigit(text[i])) return true;
        return false;
    }

    private static void Take(bool[] taken, int start, int end) => taken.AsSpan(start, end - start).Fill(true);

    private static string Masked(string text, bool[] taken)
    {
        if (!taken.AsSpan().Contains(true)) return text;
        return string.Create(text.Length, (text, taken), static (span, state) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = state.taken[i] ? '|' : state.text[i];
        });
    }
}
