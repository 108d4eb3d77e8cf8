using Signet.Extraction.People;
using Signet.Extraction.Text;
using Signet.Extraction.Vocabulary;

namespace Signet.Extraction.Signatures;

/// <summary>
/// Finds the signature: every place where one could begin (a delimiter, a closing, the sender's name, the end of the text read upwards) is a
/// candidate that is extended downwards while its lines look like a signature's. The best sum of line scores wins.
/// </summary>
internal sealed class SignatureFinder(List<TextLine> lines, SenderIdentity? sender, StepCounter steps)
{
    private const int MostCandidates = 40;

    // Pasted text is a signature more often than a mail: little has to speak for it.
    private readonly double enough = sender is null ? 0.1 : 3.5;
    private readonly LineShapes shapes = new(lines, sender, steps);

    public Signature Find()
    {
        var candidates = Candidates();
        if (candidates.Count == 0) return new([], new FooterFinder(lines, shapes, sender, steps).Find(-1, -1));
        var best = candidates.MaxBy(candidate => candidate.Score);
        if (best.Score < enough) return new([], new FooterFinder(lines, shapes, sender, steps).Find(-1, -1));
        best = best with { Start = new SignatureHead(lines, shapes, sender, steps).Above(best.Start) };
        var taken = lines.GetRange(best.Start, best.End - best.Start + 1).Where(line => line.Role == LineRole.Own).Take(Limits.SignatureLines).ToList();
        return new(taken, new FooterFinder(lines, shapes, sender, steps).Find(best.Start, best.End));
    }

    private List<Candidate> Candidates()
    {
        var candidates = new List<Candidate>();
        // From the bottom: of more places than are tried, the last ones count.
        for (var i = lines.Count - 1; i >= 0 && candidates.Count < MostCandidates; i--)
        {
            steps.Add(1);
            if (lines[i].Role != LineRole.Own) continue;
            var bonus = shapes[i] switch
            {
                LineShape.Delimiter => 5,
                LineShape.Closing => 3,
                LineShape.SenderName => 2,
                LineShape.SignOff => IsKnown(i) && IsAlone(i) ? 2.5 : IsKnown(i) || IsLastParagraph(i) ? 1.5 : 0,
                LineShape.Frame => 1.5,
                _ => 0,
            };
            // In pasted text particulars of the company may follow the person's block: any paragraph can end it.
            if (bonus == 0 && !IsEndOfRun(i) && !(sender is null && IsEndOfParagraph(i))) continue;
            var candidate = bonus == 0 ? Upwards(i) : Downwards(shapes[i] is LineShape.SenderName or LineShape.SignOff or LineShape.Closing ? i : i + 1, bonus);
            // A frame below the signature: nothing follows it, all stands above.
            if (candidate.End < candidate.Start && bonus > 0 && IsEndOfRun(i)) candidate = Upwards(i);
            if (candidate.End >= candidate.Start) candidates.Add(candidate);
        }

        return candidates;
    }

    private bool IsKnown(int index) => sender is not null && lines[index].TrimmedWords.Any(word => sender.Knows(word.Folded) || sender.AreInitials(word.Folded));

    // The own name, with a gap above and below: nothing else stands like that at the end of a text.
    private bool IsAlone(int index) => lines[index].TrimmedWords.Count == 1 && index > 0 && lines[index - 1].IsBlank && (index + 1 == lines.Count || lines[index + 1].IsBlank);

    // A given name by itself below a gap, with nothing of length behind it.
    private bool IsLastParagraph(int index)
    {
        if (sender is null || index == 0 || !lines[index - 1].IsBlank && shapes[index - 1] != LineShape.Closing || index > 1 && lines[index - 2].Trimmed.EndsWith(':')) return false;
        var below = 0;
        for (var i = index + 1; i < lines.Count && i < index + 8 && lines[i].Role == LineRole.Own; i++, steps.Add(1))
            if (!lines[i].IsBlank && (++below > 2 || shapes[i] == LineShape.Prose)) return false;
        return true;
    }

    private bool IsEndOfParagraph(int index) => !lines[index].IsBlank && index + 1 < lines.Count && lines[index + 1].IsBlank;

    private bool IsEndOfRun(int index)
    {
        if (lines[index].IsBlank) return false;
        for (var i = index + 1; i < lines.Count && i < index + 6; i++, steps.Add(1))
        {
            if (lines[i].Role != LineRole.Own) return true;
            if (!lines[i].IsBlank) return false;
        }

        return true;
    }

    private Candidate Downwards(int start, double bonus)
    {
        double sum = bonus, best = bonus;
        int end = start - 1, bad = 0, filled = 0, blanks = 0;
        var facts = 0;
        var isSigned = false;
        var frame = start > 0 && shapes[start - 1] == LineShape.Frame ? lines[start - 1].Trimmed : null;
        for (var i = start; i < lines.Count && filled < Limits.SignatureLines; i++)
        {
            steps.Add(1);
            if (lines[i].Role != LineRole.Own) break;
            var shape = shapes[i];
            if (shape == LineShape.Blank)
            {
                if (++blanks > 5) break;
                continue;
            }

            blanks = 0;
            if (shape == LineShape.Delimiter && facts > 1) break;
            // A second delimiter right below belongs to a version line of a patch, or begins the signature proper.
            if (filled == 0 && IsVersion(lines[i].Trimmed)) return new(start, start - 1, 0);
            filled++;
            sum += Score(shape);
            if (shape is LineShape.Contact or LineShape.Company or LineShape.SenderName or LineShape.Title) facts++;
            isSigned |= shape == LineShape.SignOff && filled <= 3;
            // "Regards, Erika" on one line is a whole sign-off.
            if (shape == LineShape.Closing && filled == 1 && ClosesWithName(lines[i].Trimmed)) sum += 1;
            // "Love, / Mum": whatever single word follows a closing.
            if (shape == LineShape.Short && filled == 2 && shapes[start] == LineShape.Closing && IsOneName(lines[i].Trimmed)) sum += 1;
            bad = shape is LineShape.Prose or LineShape.Code or LineShape.Disclaimer ? bad + 1 : 0;
            if (bad >= 3 || shape == LineShape.Attachment || shape == LineShape.Disclaimer && (facts > 0 || isSigned)) break;
            // A frame belongs to the signature when something of it follows.
            if (shape == LineShape.Frame && lines[i].Trimmed == frame && facts > 0) end = i;
            if (shape == LineShape.Frame) frame = lines[i].Trimmed;
            if (sum < best || shape == LineShape.Frame) continue;
            best = sum;
            end = i;
        }

        return new(start, end, best - Distance(end));
    }

    private static bool IsOneName(string text) => text.Length is > 1 and < 20 && char.IsUpper(text[0]) && Word.Split(text).Count == 1 && text.AsSpan().IndexOfAnyInRange('0', '9') < 0;

    private bool ClosesWithName(string text)
    {
        var words = Word.Split(text);
        var end = Closings.End(text, words);
        return end >= 0 && words.Any(word => word.Start >= end && (Lexicon.GivenNames.Contains(word.Folded) || sender is not null && (sender.Knows(word.Folded) || sender.AreInitials(word.Folded) || sender.IsInitial(word.Folded))));
    }

    // Without a mark: the best sum of lines read upwards from the end.
    private Candidate Upwards(int end)
    {
        double sum = 0, best = 0;
        var start = end + 1;
        var says = sender is null;
        var names = 0;
        for (int i = end, filled = 0, blanks = 0; i >= 0 && filled < 30; i--)
        {
            steps.Add(1);
            if (lines[i].Role != LineRole.Own) break;
            if (shapes[i] == LineShape.Blank)
            {
                if (++blanks > 1 && best > 3) break;
                continue;
            }

            blanks = 0;
            // What follows an invitation or an advertisement and says nobody's name belongs to that.
            if (shapes[i] == LineShape.Disclaimer && !says)
            {
                (sum, best, end, start) = (0, 0, i - 1, i);
                continue;
            }

            filled++;
            var isName = shapes.IsNameAbove(i);
            sum += isName ? Score(LineShape.SignOff) : Score(shapes[i]);
            // A column of names is a list of people.
            if (shapes[i] == LineShape.SignOff && ++names > 3 && sender is not null) return new(start, end, 0);
            says |= isName && !IsStranger(i) || shapes[i] is LineShape.SenderName or LineShape.Legal or LineShape.SignOff || shapes.NamesCompany(i);
            if (shapes[i] is LineShape.Prose or LineShape.Code && (best > 3 || sum < best - 3) || shapes[i] is LineShape.Delimiter or LineShape.Closing) break;
            if (sum <= best) continue;
            best = sum;
            start = i;
        }

        // Numbers and links alone are what the mail is about, not who wrote it; so is what a line above announces.
        return new(start, end, says && !IsAnnounced(start, end) ? best - Distance(end) : 0);
    }

    // "Invoices go to this address:"
    private bool IsAnnounced(int start, int end)
    {
        if (sender is null || start > end) return false;
        for (var i = start; i <= end; i++, steps.Add(1))
            if (shapes[i] is LineShape.SenderName or LineShape.SignOff && IsKnown(i)) return false;
        var first = lines[start].Trimmed.EndsWith(':') && lines[start].TrimmedWords.Count >= 3 ? start : start - 1;
        while (first > start - 3 && first > 0 && lines[first].IsBlank) first--;
        return first >= 0 && lines[first].Role == LineRole.Own && lines[first].Trimmed.EndsWith(':') && lines[first].TrimmedWords.Count >= 3;
    }

    // A block that begins with somebody else's name is what the mail is about.
    private bool IsStranger(int index) => sender?.Name is { IsComplete: true } && shapes[index] != LineShape.Title && !IsKnown(index);

    /// <summary>Own text below a candidate speaks against it.</summary>
    private double Distance(int end)
    {
        var prose = 0;
        for (var i = end + 1; i < lines.Count && i < end + 40 && prose < 6; i++, steps.Add(1))
            if (lines[i].Role == LineRole.Own && shapes[i] is LineShape.Prose or LineShape.Code) prose++;
            else if (shapes[i] == LineShape.Disclaimer) break;
        return prose * 0.7;
    }

    private static double Score(LineShape shape) => shape switch
    {
        LineShape.SenderName => 4,
        LineShape.SignOff => 2,
        LineShape.Contact => 2,
        LineShape.Company => 2,
        LineShape.Legal => 1,
        LineShape.Title => 1,
        LineShape.Short => 0.2,
        LineShape.Closing => 0.2,
        LineShape.Prose => -1.5,
        LineShape.Code => -2.5,
        LineShape.Disclaimer => -0.5,
        LineShape.Attachment => -1,
        LineShape.Motto => 0.1,
        _ => 0,
    };

    // "2.30.2", "2.44.0.rc1", "2.9.0.windows.1" below "-- " is git's signature: parts between dots that are numbers or words, the first two numbers.
    private static bool IsVersion(string text) =>
        text.Length is >= 3 and <= 30 && text.Split('.', '-') is [var major, var minor, ..] parts && parts.All(part => part.Length > 0 && part.All(char.IsAsciiLetterOrDigit))
        && major.All(char.IsAsciiDigit) && minor.All(char.IsAsciiDigit) && text.Contains('.', StringComparison.Ordinal);

    private readonly record struct Candidate(int Start, int End, double Score);
}
