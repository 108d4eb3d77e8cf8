using System.Text;

namespace Signet.Extraction.Mail;

/// <summary>The lines of an HTML page while they are written.</summary>
internal sealed class HtmlPage
{
    private readonly StringBuilder page = new();
    private readonly StringBuilder line = new();
    private readonly Stack<bool> quotes = new();
    private int depth;
    private bool spaceDue;
    private bool cellDue;
    private string? link;
    private int linkStart;

    public void Text(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c is ' ' or '\t' or '\r' or '\n')
            {
                spaceDue = true;
                continue;
            }

            if (cellDue && line.Length > 0) line.Append('\t');
            else if (spaceDue && line.Length > 0) line.Append(' ');
            cellDue = spaceDue = false;
            line.Append(c);
        }
    }

    public void Cell() => cellDue = true;

    /// <summary>Ends the line unless it is empty.</summary>
    public void Break()
    {
        if (line.Length > 0) HardBreak();
        cellDue = spaceDue = false;
    }

    /// <summary>Ends the line, an empty one too.</summary>
    public void HardBreak()
    {
        for (var i = 0; i < depth; i++) page.Append("> ");
        page.Append(line).Append('\n');
        line.Clear();
        linkStart = 0;
        cellDue = spaceDue = false;
    }

    /// <summary>Ends the line and leaves a gap.</summary>
    public void Paragraph()
    {
        var filled = line.Length > 0;
        Break();
        if (filled) HardBreak();
    }

    public void OpenLink(string? href)
    {
        link = href;
        linkStart = line.Length;
    }

    /// <summary>An address that the link's text hides is written behind it, as Outlook does in its plain texts.</summary>
    public void CloseLink()
    {
        if (link is { Length: > 0 and <= 300 } && Shown(link) is { } shown && linkStart <= line.Length)
        {
            var text = line.ToString(linkStart, line.Length - linkStart);
            if (!text.Contains(shown, StringComparison.OrdinalIgnoreCase)) line.Append(" <").Append(shown.ReplaceLineEndings(" ")).Append('>');
        }

        link = null;
    }

    public void Quote(bool isQuote)
    {
        Break();
        isQuote &= depth < 8;
        if (quotes.Count < Limits.HtmlCharacters) quotes.Push(isQuote);
        if (isQuote) depth++;
    }

    public void Unquote()
    {
        Break();
        if (quotes.TryPop(out var isQuote) && isQuote) depth--;
    }

    public override string ToString()
    {
        Break();
        return page.ToString();
    }

    private static string? Shown(string href)
    {
        if (href.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            var query = href.IndexOf('?', StringComparison.Ordinal);
            return Uri.UnescapeDataString(query < 0 ? href[7..] : href[7..query]);
        }

        if (href.StartsWith("tel:", StringComparison.OrdinalIgnoreCase)) return null;
        if (!href.StartsWith("http", StringComparison.OrdinalIgnoreCase)) return null;
        var host = href.IndexOf("://", StringComparison.Ordinal);
        return host < 0 ? null : href;
    }
}
