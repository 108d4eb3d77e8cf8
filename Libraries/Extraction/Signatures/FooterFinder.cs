using Signet.Extraction.Lines;
using Signet.Extraction.People;
using Signet.Extraction.Text;

namespace Signet.Extraction.Signatures;

/// <summary>
/// Finds what gateways append: company particulars below the signature, or at the very bottom below everything quoted. There the footer
/// must name the company of the sender's domain, because the quoted person's footer looks the same.
/// </summary>
internal sealed class FooterFinder(List<TextLine> lines, LineShapes shapes, SenderIdentity? sender, StepCounter steps)
{
    private const int MostLines = 24;

    public List<TextLine> Find(int signatureStart, int signatureEnd)
    {
        var footer = new List<TextLine>();
        for (var i = Math.Max(signatureEnd + 1, lines.Count - 400); i < lines.Count && footer.Count < MostLines; i++)
        {
            steps.Add(1);
            if (i <= signatureEnd && i >= signatureStart || lines[i].Role != LineRole.Own || shapes[i] is not LineShape.Legal && !shapes.NamesCompany(i)) continue;
            i = Collect(i, LineRole.Own, footer) + 1;
        }

        if (footer.Count == 0 && sender?.CompanyKey is { } key) BelowQuotes(key, footer);
        return footer;
    }

    private void BelowQuotes(string key, List<TextLine> footer)
    {
        var last = lines.FindLastIndex(line => !line.IsBlank);
        steps.Add(lines.Count - last);
        var start = -1;
        for (var i = last; i >= 0 && i > last - MostLines; i--)
        {
            steps.Add(1);
            if (lines[i].Role != LineRole.Quoted || lines[i].Trimmed.Length > 0 && lines[i].Trimmed[0] == '>') break;
            if (shapes.NamesCompany(i) && Folding.Key(lines[i].Text).Contains(key, StringComparison.Ordinal)) start = i;
            else if (shapes[i] is LineShape.Frame or LineShape.Delimiter && start < 0) continue;
        }

        if (start >= 0) Collect(start, LineRole.Quoted, footer);
        // The signature of a quoted colleague of like name: his address is at another domain.
        if (footer.Any(line => EmailScan.Find(line.Text).Any(email => !string.Equals(email.Domain, sender!.Domain, StringComparison.OrdinalIgnoreCase)))) footer.Clear();
    }

    private int Collect(int start, LineRole role, List<TextLine> footer)
    {
        var end = start;
        for (int i = start, blanks = 0; i < lines.Count && footer.Count < MostLines && lines[i].Role == role; i++)
        {
            steps.Add(1);
            if (shapes[i] is LineShape.Disclaimer or LineShape.Prose or LineShape.Code or LineShape.Delimiter) break;
            if (shapes[i] == LineShape.Blank && ++blanks > 2) break;
            end = i;
            if (shapes[i] != LineShape.Blank) footer.Add(lines[i]);
        }

        return end;
    }
}
