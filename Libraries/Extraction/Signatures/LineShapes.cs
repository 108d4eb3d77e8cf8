using Signet.Extraction.Lines;
using Signet.Extraction.People;
using Signet.Extraction.Text;
using Signet.Extraction.Vocabulary;

namespace Signet.Extraction.Signatures;

/// <summary>Decides the shape of each line, once.</summary>
internal sealed class LineShapes(List<TextLine> lines, SenderIdentity? sender, StepCounter steps)
{
    // A sentence is wrapped at the end of a line, and the line above is long.
    private const int WrappedFrom = 40;

    private readonly LineShape?[] shapes = new LineShape?[lines.Count];

    public LineShape this[int index] => shapes[index] ??= Decide(lines[index]);

    /// <summary>Whether the line names a company with its legal form, whatever else it holds.</summary>
    public bool NamesCompany(int index) =>
        this[index] is LineShape.Company || this[index] is LineShape.Contact && LegalForms.Find(lines[index].Trimmed, lines[index].TrimmedWords) is not null;

    /// <summary>A name of somebody unknown that a function or a number stands below, or a department above a number.</summary>
    public bool IsNameAbove(int index) => IsPersonAbove(index) || this[index] == LineShape.Title && index + 1 < lines.Count && LineForms.IsNumber(lines[index + 1].Trimmed);

    private bool IsPersonAbove(int index) =>
        this[index] == LineShape.Short && index + 1 < lines.Count && this[index + 1] is LineShape.Title or LineShape.Contact
        && lines[index].TrimmedWords.Count is >= 2 and <= 4 && lines[index].Trimmed[^1] is not (':' or ',') && NameReader.Read(lines[index].Trimmed) is { IsComplete: true, Likelihood: >= 0.5 };

    private LineShape Decide(TextLine line)
    {
        var text = line.Trimmed;
        steps.Add(line.Text.Length);
        if (text.Length == 0) return LineShape.Blank;
        if (text is "--" or "—" or "– –" or "-- --") return LineShape.Delimiter;
        if (LineForms.IsFrame(text)) return LineShape.Frame;
        if (LineForms.IsAttachment(text)) return LineShape.Attachment;
        if (LineForms.IsMotto(text)) return LineShape.Motto;
        var words = line.TrimmedWords;
        // "-Erika" signs, "-erika" in a patch is code.
        var isSignOff = words.Count is > 0 and <= 5 && IsSignOff(line);
        if (!(isSignOff && words.Count <= 2) && LineForms.IsCode(line, text)) return LineShape.Code;
        if (words.Count == 0) return LineShape.Frame;
        // "… if you have questions. / Thank you very much." still belongs to the text.
        if (Closings.End(text, words) >= 0) return text[^1] == '.' && GoesOn(line, 0) ? LineShape.Prose : LineShape.Closing;
        // "HRB 4711 | Datenschutz: …" is a line of particulars.
        if (Disclaimers.Matches(line)) return line.FullLength <= 240 && LegalWords.Find(words).Kind != LegalWord.None ? LineShape.Legal : LineShape.Disclaimer;
        var sentence = words.Count(word => Lexicon.SentenceWords.Contains(word.Folded) && !Lexicon.Particles.Contains(word.Folded));
        if (LineForms.IsListItem(text)) return LineShape.Prose;
        var isLong = LineForms.ShownLength(line) > (LineForms.IsParted(line.Text) ? 320 : 160);
        if (sender is not null && words.Count <= 12 && (IsSenderName(text) || IsSenderAddress(text))) return LineShape.SenderName;
        if (isSignOff) return LineShape.SignOff;
        if (words.Count >= 5 && sentence >= 2 && sentence * 6 >= words.Count || words.Count >= 4 && sentence > 0 && text[^1] == '.') return LineShape.Prose;
        if (!isLong && text[^1] == '.' && words.Any(word => word.Length > 1 && char.IsLower(text[word.Start])) && GoesOn(line, WrappedFrom)) return LineShape.Prose;
        if (!isLong && (LineForms.IsNumber(text) || HasContact(line.Text, words) || LabelWords.IntroducesHandle(text, words))) return LineShape.Contact;
        if (LegalWords.Find(words).Kind != LegalWord.None) return LineShape.Legal;
        if (isLong) return LineShape.Prose;
        // A row of figures.
        if (words.Count(word => char.IsAsciiDigit(word.Folded[0])) >= 3) return LineShape.Prose;
        if (words.Count <= 12 && LegalForms.Find(text, words) is not null) return LineShape.Company;
        if (IsSentence(text, words, sentence)) return LineShape.Prose;
        if (words.Count <= 10 && words.Any(word => Lexicon.Jobs.Contains(word.Folded) || Lexicon.Organisations.Contains(word.Folded) || Lexicon.Departments.Contains(word.Folded))) return LineShape.Title;
        if (Countries.Named(text) is not null) return LineShape.Contact;
        // "Thanks again for the cake!" below the name is a postscript.
        if (sender is not null && words.Count >= 5 && text[^1] is '!' or '?') return LineShape.Prose;
        return words.Count <= 8 && text.Length <= 70 ? LineShape.Short : LineShape.Prose;
    }

    private bool IsSenderName(string text)
    {
        // "Erika Muster . Kupfer . 713 555 0142"
        if (text.IndexOf(" . ", StringComparison.Ordinal) is > 0 and var dot) text = text[..dot];
        var trimmed = text.Trim('|', '*', '_', ' ', '-', ',');
        if (trimmed.Length is 0 or > 120) return false;
        trimmed = trimmed.Replace('\u00a0', ' ');
        var bar = trimmed.IndexOfAny(['|', '\t']);
        var gap = trimmed.IndexOf("   ", StringComparison.Ordinal);
        var end = bar > 0 && (gap < 0 || bar < gap) ? bar : gap;
        var piece = end > 0 ? trimmed[..end].TrimEnd() : trimmed;
        return NameReader.Read(piece) is { IsComplete: true } name && sender!.Matches(name) >= 0.7;
    }

    private bool IsSenderAddress(string text) => text.EndsWith(sender!.Address, StringComparison.OrdinalIgnoreCase) && text.Length <= sender.Address.Length + 10 && sender.Address.Contains('@', StringComparison.Ordinal);

    /// <summary>Whether a sentence of at least a length runs into the line from the one above.</summary>
    private bool GoesOn(TextLine line, int atLeast) =>
        line.Index > 0 && lines[line.Index - 1] is { IsBlank: false, Role: LineRole.Own } above && above.Trimmed.Length >= atLeast && (atLeast == 0 || char.IsLetter(above.Trimmed[^1]) || above.Trimmed[^1] == ',');

    /// <summary>"Erika", "EM", "Erika und Otto", "EM 3-1111".</summary>
    private bool IsSignOff(TextLine line)
    {
        var text = LineForms.WithoutSmiley(line.Trimmed.Trim(LineForms.Ornaments));
        if (text.Length > 40) return false;
        var words = text.Length == line.Trimmed.Length ? line.TrimmedWords : Word.Split(text);
        var isNearEnd = IsNearEnd(line);
        if (line.Trimmed[^1] == ':') return false;
        if (words.Count == 1 && isNearEnd && sender?.IsInitial(words[0].Folded) == true) return true;
        if (isNearEnd && EndsWithOwnName(text, words)) return true;
        if (text.Length == 0 || text[^1] is ',' or '?' || text.AsSpan().ContainsAny(":_*=\t".AsSpan()) || text.Contains(" - ", StringComparison.Ordinal)) return false;
        var names = 0;
        foreach (var word in words)
        {
            if (char.IsAsciiDigit(word.Folded[0]) && word.Length > 2 || word.Folded.Length > 1 && word.Folded[0] == 'x' && char.IsAsciiDigit(word.Folded[1])) continue;
            // A file, a host.
            if (word.Folded.LastIndexOf('.') is > 0 and var dot && word.Folded.Length - dot > 2) return false;
            if (word.Folded is "and" or "und" or "&" or "et" or "e" or "y" && names > 0) continue;
            if (sender is not null && (sender.Knows(word.Folded) || sender.AreInitials(word.Folded) || isNearEnd && words.Count == 1 && sender.IsNickname(word.Folded))) names += 2;
            else if (isNearEnd && char.IsUpper(text[word.Start]) && Lexicon.GivenNames.Contains(word.Folded) && !Lexicon.SentenceWords.Contains(word.Folded)) names++;
            else if (!char.IsUpper(text[word.Start]) || words.Count > 3 || Lexicon.Organisations.Contains(word.Folded) || Lexicon.Jobs.Contains(word.Folded) || Lexicon.Departments.Contains(word.Folded)) return false;
        }

        return names > 0;
    }

    // "Your old friend, Erika."
    private bool EndsWithOwnName(string text, List<Word> words) =>
        sender is not null && words.Count >= 2 && text[^1] is not ('?' or ',' or ':') && sender.Knows(words[^1].Folded) && char.IsUpper(text[words[^1].Start]) && text.AsSpan(words[^2].End, words[^1].Start - words[^2].End).Contains(',');

    // A list of names further up is what the mail is about.
    private bool IsNearEnd(TextLine line)
    {
        var below = 0;
        for (var i = line.Index + 1; i < lines.Count && i < line.Index + 8 && lines[i].Role == LineRole.Own; i++, steps.Add(1))
            if (!lines[i].IsBlank && ++below > 3) return false;
        return true;
    }

    private static bool IsSentence(string text, List<Word> words, int sentence) =>
        sentence > 0 && words.Count >= 4 && (text[^1] is '.' or '?' or '!' or ':' or ',' || char.IsLower(text[0])) || words.Count >= 7 && sentence > 0 || words.Count >= 14;

    private static bool HasContact(string text, List<Word> words)
    {
        var parted = LineForms.IsParted(text);
        if (EmailScan.Find(text).Count > 0) return words.Count <= (parted ? 30 : 14);
        if (LinkScan.Find(text).Count > 0 && (words.Count <= 12 || LineForms.ShownWords(text, words) <= 6 || parted && words.Count <= 30)) return true;
        if (!text.AsSpan().ContainsAnyInRange('0', '9') || words.Count > (parted ? 40 : 22)) return false;
        foreach (var run in PhoneScan.Find(text))
            if (run.Digits >= 7 && (text[run.Start] is '+' or '(' || words.Any(word => LabelWords.TryPhone(word.Folded, out _)) || run.Digits >= 10)) return true;
        var line = new Segment(new TextLine(0, 0, text, text.Length), 0, text, false);
        return PostcodeReader.Read(line) is not null || StreetReader.Likelihood(text, words) >= 0.85;
    }
}
