using Signet.Extraction.Lines;
using Signet.Extraction.People;
using Signet.Extraction.Text;
using Signet.Extraction.Vocabulary;

namespace Signet.Extraction.Signatures;

/// <summary>Decides the shape of each line, once.</summary>
internal sealed class LineShapes(List<TextLine> lines, SenderIdentity? sender, StepCounter steps)
{
    private readonly LineShape?[] shapes = new LineShape?[lines.Count];

    public LineShape this[int index] => shapes[index] ??= Decide(lines[index]);

    /// <summary>Whether the line names a company with its legal form, whatever else it holds.</summary>
    public bool NamesCompany(int index) =>
        this[index] is LineShape.Company || this[index] is LineShape.Contact && LegalForms.Find(lines[index].Trimmed, Word.Split(lines[index].Trimmed)) is not null;

    private LineShape Decide(TextLine line)
    {
        var text = line.Trimmed;
        steps.Add(line.Text.Length);
        if (text.Length == 0) return LineShape.Blank;
        if (text is "--" or "—" or "– –" or "-- --") return LineShape.Delimiter;
        if (IsFrame(text)) return LineShape.Frame;
        if (IsCode(line, text)) return LineShape.Code;
        var words = Word.Split(text);
        if (words.Count == 0) return LineShape.Frame;
        if (Closings.End(text, words) >= 0) return LineShape.Closing;
        // "HRB 4711 | Datenschutz: …" is a line of particulars.
        if (Disclaimers.Matches(line)) return line.FullLength <= 240 && LegalWords.Find(words).Kind != LegalWord.None ? LineShape.Legal : LineShape.Disclaimer;
        var sentence = words.Count(word => Lexicon.SentenceWords.Contains(word.Folded));
        if (IsListItem(text)) return LineShape.Prose;
        var isLong = line.FullLength > (line.Text.Contains('|', StringComparison.Ordinal) ? 320 : 160);
        if (sender is not null && words.Count <= 8 && IsSenderName(text)) return LineShape.SenderName;
        if (words.Count <= 5 && IsSignOff(text, words, IsNearEnd(line))) return LineShape.SignOff;
        if (words.Count >= 5 && sentence >= 2 && sentence * 6 >= words.Count || words.Count >= 4 && sentence > 0 && text[^1] == '.') return LineShape.Prose;
        if (!isLong && HasContact(line.Text, words)) return LineShape.Contact;
        if (LegalWords.Find(words).Kind != LegalWord.None) return LineShape.Legal;
        if (isLong) return LineShape.Prose;
        // A row of figures.
        if (words.Count(word => char.IsAsciiDigit(word.Folded[0])) >= 3) return LineShape.Prose;
        if (words.Count <= 12 && LegalForms.Find(text, words) is not null) return LineShape.Company;
        if (IsSentence(text, words, sentence)) return LineShape.Prose;
        if (words.Count <= 10 && words.Any(word => Lexicon.Jobs.Contains(word.Folded) || Lexicon.Organisations.Contains(word.Folded) || Lexicon.Departments.Contains(word.Folded))) return LineShape.Title;
        if (Countries.Of(text) is not null) return LineShape.Contact;
        return words.Count <= 8 && text.Length <= 70 ? LineShape.Short : LineShape.Prose;
    }

    private bool IsSenderName(string text)
    {
        var trimmed = text.Trim('|', '*', '_', ' ', '-', ',');
        if (trimmed.Length is 0 or > 120) return false;
        trimmed = trimmed.Replace('\u00a0', ' ');
        var bar = trimmed.IndexOfAny(['|', '\t']);
        var gap = trimmed.IndexOf("   ", StringComparison.Ordinal);
        var end = bar > 0 && (gap < 0 || bar < gap) ? bar : gap;
        var piece = end > 0 ? trimmed[..end].TrimEnd() : trimmed;
        return NameReader.Read(piece) is { IsComplete: true } name && sender!.Matches(name) >= 0.7;
    }

    // "1) Call the bank", "5: Transfer"
    private static bool IsListItem(string text)
    {
        var digits = 0;
        while (digits < text.Length && digits < 3 && char.IsAsciiDigit(text[digits])) digits++;
        return digits > 0 && digits + 1 < text.Length && text[digits] is ')' or ':' && text[digits + 1] is ' ' or '\t';
    }

    /// <summary>"Erika", "EM", "Erika und Otto", "EM 3-1587".</summary>
    private bool IsSignOff(string text, List<Word> words, bool isNearEnd)
    {
        if (text.Length > 40 || text[^1] is ',' or '?' || text.AsSpan().ContainsAny(":_*=\t".AsSpan())) return false;
        var names = 0;
        foreach (var word in words)
        {
            if (char.IsAsciiDigit(word.Folded[0]) && word.Length > 2 || word.Folded.Length > 1 && word.Folded[0] == 'x' && char.IsAsciiDigit(word.Folded[1])) continue;
            if (word.Folded is "and" or "und" or "&" or "et" or "e" or "y" && names > 0) continue;
            if (sender is not null && (sender.Knows(word.Folded) || sender.AreInitials(word.Folded))) names += 2;
            else if (isNearEnd && char.IsUpper(text[word.Start]) && Lexicon.GivenNames.Contains(word.Folded) && !Lexicon.SentenceWords.Contains(word.Folded)) names++;
            else if (!char.IsUpper(text[word.Start]) || words.Count > 3 || Lexicon.Organisations.Contains(word.Folded) || Lexicon.Jobs.Contains(word.Folded) || Lexicon.Departments.Contains(word.Folded)) return false;
        }

        return names > 0;
    }

    // A list of names further up is what the mail is about.
    private bool IsNearEnd(TextLine line)
    {
        var below = 0;
        for (var i = line.Index + 1; i < lines.Count && i < line.Index + 8 && lines[i].Role == LineRole.Own; i++)
            if (!lines[i].IsBlank && ++below > 3) return false;
        return true;
    }

    private static bool IsSentence(string text, List<Word> words, int sentence) =>
        sentence > 0 && words.Count >= 4 && (text[^1] is '.' or '?' or '!' or ':' or ',' || char.IsLower(text[0])) || words.Count >= 7 && sentence > 0 || words.Count >= 14;

    private static bool HasContact(string text, List<Word> words)
    {
        var parted = text.AsSpan().ContainsAny("|\t•·".AsSpan());
        if (EmailScan.Find(text).Count > 0) return words.Count <= (parted ? 30 : 14);
        if (LinkScan.Find(text).Count > 0 && (words.Count <= 12 || parted && words.Count <= 30)) return true;
        if (!text.AsSpan().ContainsAnyInRange('0', '9') || words.Count > 22) return false;
        foreach (var run in PhoneScan.Find(text))
            if (run.Digits >= 7 && (text[run.Start] is '+' or '(' || words.Any(word => LabelWords.TryPhone(word.Folded, out _)) || run.Digits >= 10)) return true;
        var line = new Segment(new TextLine(0, 0, text, text.Length), 0, text, false);
        return PostcodeReader.Read(line) is not null || StreetReader.Likelihood(text, words) >= 0.85;
    }

    private static bool IsFrame(string text)
    {
        if (text.Length < 3) return false;
        foreach (var c in text)
            if (c is not ('-' or '_' or '*' or '=' or '~' or '#' or '+' or ' ' or '─' or '━' or '•' or '.')) return false;
        return true;
    }

    private static bool IsCode(TextLine line, string text)
    {
        if (text[0] is '@' && text.StartsWith("@@", StringComparison.Ordinal)) return true;
        if (text[0] is '+' or '-' && line.Text[0] == text[0] && text.Length > 1 && !char.IsAsciiDigit(text[1]) && text[1] is not (' ' or '-' or '(' or '+')) return true;
        if (text.StartsWith("diff --git", StringComparison.Ordinal) || text.StartsWith("index ", StringComparison.Ordinal) || text.StartsWith("#include", StringComparison.Ordinal)) return true;
        if (text[^1] is ';' or '{' or '}' || text.Contains("();", StringComparison.Ordinal) || text.Contains("->", StringComparison.Ordinal) || text.Contains(" = ", StringComparison.Ordinal) || text.Contains("==", StringComparison.Ordinal)) return true;
        return text[0] is '[' && text.Length > 2 && (char.IsAsciiDigit(text[1]) || text[1] == ' ') || text[0] is '$' or '%' && text.Length > 2 && text[1] == ' ';
    }
}
