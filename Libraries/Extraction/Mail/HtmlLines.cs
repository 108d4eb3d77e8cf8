using System.Collections.Frozen;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;
using Signet.Extraction.Text;

namespace Signet.Extraction.Mail;

/// <summary>
/// HTML as lines. Only tokens are read, no tree is built: nesting costs nothing, and a million open tags cost a million steps.
/// Of a tag's attributes only those that are read are kept, since the tokenizer compares each that it keeps with every other.
/// Cells of a table row are separated by tabs, quotes get "&gt; ", links keep an address that their text does not show.
/// </summary>
internal static class HtmlLines
{
    private static readonly FrozenSet<string> Breaks = new[]
    {
        "br", "p", "div", "tr", "table", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "address", "section", "article", "header", "footer",
        "pre", "dl", "dt", "dd", "form", "fieldset", "center", "figure",
    }.ToFrozenSet();

    // What these elements hold is not shown.
    private static readonly FrozenDictionary<string, HtmlParseMode> Hidden = new Dictionary<string, HtmlParseMode>
    {
        ["script"] = HtmlParseMode.Script, ["style"] = HtmlParseMode.Rawtext, ["title"] = HtmlParseMode.RCData, ["textarea"] = HtmlParseMode.RCData,
        ["xmp"] = HtmlParseMode.Rawtext, ["noframes"] = HtmlParseMode.Rawtext, ["iframe"] = HtmlParseMode.Rawtext,
    }.ToFrozenDictionary();

    private const int MostAttributes = 3;
    private const int TokensBetweenLooks = 1024;

    public static string Read(string html, StepCounter? steps = null, CancellationToken cancellationToken = default)
    {
        using var source = new TextSource(html.Cut(Limits.HtmlCharacters));
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver) { SkipComments = true, ShouldEmitAttribute = IsRead };
        var page = new HtmlPage();
        string? hidden = null;
        for (var tokens = 1; ; tokens++)
        {
            if (tokens % TokensBetweenLooks == 0) cancellationToken.ThrowIfCancellationRequested();
            var token = tokenizer.Get();
            steps?.Add(Cost(token));
            switch (token.Type)
            {
                case HtmlTokenType.EndOfFile:
                    return page.ToString();
                case HtmlTokenType.Character when hidden is null:
                    page.Text(token.Data);
                    break;
                case HtmlTokenType.StartTag:
                    var tag = token.AsTag();
                    if (Hidden.TryGetValue(tag.Name, out var mode) && !tag.IsSelfClosing)
                    {
                        hidden = tag.Name;
                        tokenizer.State = mode;
                    }
                    else
                    {
                        Open(page, tag);
                    }

                    break;
                case HtmlTokenType.EndTag when hidden is not null:
                    if (token.Name == hidden) hidden = null;
                    break;
                case HtmlTokenType.EndTag:
                    Close(page, token.Name);
                    break;
            }
        }
    }

    private static bool IsRead(ref StructHtmlToken tag, ReadOnlyMemory<char> attribute) =>
        attribute.Span is "href" or "type" or "class" && tag.Attributes.Count < MostAttributes;

    // Each attribute is compared with each, each character of a text is looked at.
    private static int Cost(HtmlToken token) => token.Type switch
    {
        HtmlTokenType.StartTag => 1 + token.AsTag().Attributes.Count * token.AsTag().Attributes.Count,
        HtmlTokenType.Character => 1 + token.Data.Length,
        _ => 1,
    };

    private static void Open(HtmlPage page, HtmlTagToken tag)
    {
        switch (tag.Name)
        {
            case "br":
                page.HardBreak();
                return;
            case "td" or "th":
                page.Cell();
                return;
            case "a":
                page.OpenLink(tag.GetAttribute("href"));
                return;
            case "blockquote":
                page.Quote(IsQuote(tag));
                return;
            case "hr":
                page.Break();
                page.Text("________________________________");
                page.Break();
                return;
        }

        if (Breaks.Contains(tag.Name)) page.Break();
    }

    private static void Close(HtmlPage page, string name)
    {
        if (name == "a") page.CloseLink();
        else if (name == "blockquote") page.Unquote();
        else if (name == "p") page.Paragraph();
        else if (Breaks.Contains(name)) page.Break();
    }

    // An indented signature is a blockquote too: only what clients mark as a quote is one.
    private static bool IsQuote(HtmlTagToken tag) =>
        string.Equals(tag.GetAttribute("type"), "cite", StringComparison.OrdinalIgnoreCase)
        || (tag.GetAttribute("class") ?? "").Contains("quote", StringComparison.OrdinalIgnoreCase);
}
