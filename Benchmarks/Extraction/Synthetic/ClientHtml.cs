using System.Net;
using System.Text;

namespace Signet.Benchmarks.Extraction.Synthetic;

/// <summary>The same lines as the HTML of different clients: what counts for reading is where they break, nest and leave gaps.</summary>
internal static class ClientHtml
{
    private static readonly Func<IReadOnlyList<string>, string>[] Clients = [Plain, Plain, Outlook, OutlookOnTheWeb, Gmail, AppleMail, Thunderbird, Server];

    public static string Write(Chance chance, IReadOnlyList<string> lines) => chance.Of(Clients)(lines);

    private static string Plain(IReadOnlyList<string> lines) => $"<html><body><div>{Each(lines, line => line + "<br>\n")}</div></body></html>";

    // Word writes a paragraph for each line, and a blank one with a blank that does not break.
    private static string Outlook(IReadOnlyList<string> lines) =>
        $"<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><style><!-- p.MsoNormal {{margin:0cm}} --></style></head><body lang=DE><div class=WordSection1>{Each(lines, line => $"<p class=MsoNormal><span style='font-size:10.0pt'>{(line.Length == 0 ? "&nbsp;" : line)}<o:p></o:p></span></p>\n")}</div></body></html>";

    private static string OutlookOnTheWeb(IReadOnlyList<string> lines) =>
        $"<html><body dir=\"ltr\"><div class=\"elementToProof\">{Each(lines, line => $"<div style=\"font-family:Aptos\">{(line.Length == 0 ? "<br>" : line)}</div>")}</div></body></html>";

    private static string Gmail(IReadOnlyList<string> lines) =>
        $"<div dir=\"ltr\">{Each(lines, line => $"<div>{(line.Length == 0 ? "<br clear=\"all\">" : line)}</div>")}</div>";

    private static string AppleMail(IReadOnlyList<string> lines) =>
        $"<html><body style=\"word-wrap: break-word;\">{Each(lines, line => line.Length == 0 ? "<div><br></div>" : $"<div><span class=\"Apple-style-span\">{line}</span></div>\n")}<br class=\"Apple-interchange-newline\"></body></html>";

    private static string Thunderbird(IReadOnlyList<string> lines) =>
        $"<html><body text=\"#000000\"><div class=\"moz-signature\" cols=\"72\">{Each(lines, line => line + "<br>\n      ")}</div></body></html>";

    // What gateways append: the lines in a table in a cell of a table, beside a picture.
    private static string Server(IReadOnlyList<string> lines) =>
        $"<html><body><table width=\"600\"><tbody><tr><td><table><tbody>{Each(lines, line => $"<tr><td style=\"padding:0\"><span>{(line.Length == 0 ? "&nbsp;" : line)}</span></td></tr>")}</tbody></table></td></tr></tbody></table></body></html>";

    private static string Each(IReadOnlyList<string> lines, Func<string, string> write)
    {
        var html = new StringBuilder();
        foreach (var line in lines) html.Append(Cells(line) ?? write(WebUtility.HtmlEncode(line).Replace("  ", " &nbsp;", StringComparison.Ordinal)));
        return html.ToString();
    }

    private static string? Cells(string line)
    {
        var cells = line.Split('\t');
        return cells.Length < 2 || line.Contains(":\t", StringComparison.Ordinal) ? null : $"<table><tr>{string.Concat(cells.Select(cell => $"<td>{WebUtility.HtmlEncode(cell)}</td>"))}</tr></table>";
    }
}
