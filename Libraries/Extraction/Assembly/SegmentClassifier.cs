using Signet.Extraction.Lines;
using Signet.Extraction.People;
using Signet.Extraction.Text;
using Signet.Extraction.Vocabulary;

namespace Signet.Extraction.Assembly;

/// <summary>Decides what each piece of text is, from its words alone; the deciders then look at neighbours.</summary>
internal static class SegmentClassifier
{
    public static void MarkNoise(List<Segment> segments, StepCounter steps)
    {
        var inLegal = false;
        TextLine? previous = null;
        foreach (var segment in segments)
        {
            steps.Add(segment.Words.Count);
            if (previous is not null && segment.Line.Index - previous.Index > 1) inLegal = false;
            if (IsNoise(segment)) segment.Kind = SegmentKind.Noise;
            else if (IsLegal(segment)) inLegal = true;
            // A list of names goes on in the next line.
            else if (inLegal && !ReferenceEquals(segment.Line, previous) && IsContinuation(segment)) segment.Kind = SegmentKind.Legal;
            else if (!ReferenceEquals(segment.Line, previous)) inLegal = false;
            if (segment.Kind == SegmentKind.Legal) inLegal = true;
            previous = segment.Line;
        }
    }

    public static void Classify(Segment segment)
    {
        if (segment.Kind != SegmentKind.Unknown || segment.Words.Count == 0) return;
        var words = segment.Words;
        if (NameLikelihood.IsPerson(segment.Text, words)) return;
        if (Countries.Named(segment.Text) is not null) segment.Kind = SegmentKind.Country;
        else if (words.Count <= 14 && LegalForms.Find(segment.Text, words) is not null) segment.Kind = SegmentKind.Company;
        else if (OrganisationNames.IsPartnership(words) || OrganisationNames.IsPublicBody(words) || OrganisationNames.IsFirm(words)) segment.Kind = SegmentKind.Organisation;
        else if (Lexicon.DepartmentMarks.Contains(words[0].Folded) && words[0].Folded != "team") segment.Kind = SegmentKind.Department;
        else if (words.Count <= 10 && IsJob(words)) segment.Kind = SegmentKind.Job;
        else if (IsDepartment(words) || words.Count is > 1 and <= 4 && Lexicon.Departments.Contains(words[^1].Folded) && !Lexicon.Organisations.Contains(words[^1].Folded)) segment.Kind = SegmentKind.Department;
        else if (Is(words, Lexicon.Organisations) && !IsSlogan(words)) segment.Kind = SegmentKind.Organisation;
        else if (Is(words, Lexicon.Departments) && !segment.Text.AsSpan().ContainsAnyInRange('0', '9')) segment.Kind = SegmentKind.Department;
    }

    private static bool IsNoise(Segment segment)
    {
        var words = segment.Words;
        if (words.Count == 0 || segment.Text.Length > 160) return true;
        if (words.All(word => LabelWords.IsLabel(word.Folded) || word.Length == 1)) return true;
        if (OrganisationNames.IsAffiliation(words) && !Is(words, Lexicon.Jobs) && LegalForms.Find(segment.Text, words) is null || LabelWords.IntroducesHandle(segment.Text, words)) return true;
        if (Closings.End(segment.Text, words) >= 0) return true;
        // "Signed-off-by: …"
        if (words[0].Folded.EndsWith("-by", StringComparison.Ordinal)) return true;
        if (segment.Text.Contains("cid:", StringComparison.OrdinalIgnoreCase) || segment.Text.Contains('@', StringComparison.Ordinal)) return true;
        return words.Count(word => Lexicon.SentenceWords.Contains(word.Folded)) is var sentence && sentence >= 2 && sentence * 5 >= words.Count && words.Count >= 4;
    }

    private static bool IsLegal(Segment segment)
    {
        if (NamesOther(segment))
        {
            segment.Kind = SegmentKind.Legal;
            return true;
        }

        var (kind, start) = LegalWords.Find(segment.Words);
        if (kind == LegalWord.None) return false;
        // "Managing Director" alone is a title; with a colon or names behind it, it introduces others.
        if (kind == LegalWord.Executives)
        {
            var rest = segment.Text.AsSpan(start);
            if (!rest.Contains(':') && segment.Words.Count <= 8 && !segment.IsFooter) return false;
            if (!rest.Contains(':') && segment.Words.Count <= 3) return false;
        }

        if (kind == LegalWord.Seat && !segment.Text.Contains(':', StringComparison.Ordinal) && segment.Words.Count < 2) return false;
        segment.Kind = SegmentKind.Legal;
        return true;
    }

    // "Président : Paul Exemple" says who else has a function.
    private static bool NamesOther(Segment segment)
    {
        var colon = segment.Text.IndexOf(':', StringComparison.Ordinal);
        return colon > 2 && segment.Text.Length - colon < 60 && segment.Words.Any(word => word.Start < colon && Lexicon.Jobs.Contains(word.Folded)) && NameReader.Read(segment.Text[(colon + 1)..].Trim()) is { IsComplete: true };
    }

    private static bool IsContinuation(Segment segment) =>
        segment.Text.Contains(',', StringComparison.Ordinal) && LegalForms.Find(segment.Text, segment.Words) is null
        && !segment.Text.AsSpan().ContainsAnyInRange('0', '9') || segment.Text.Contains(';', StringComparison.Ordinal);

    /// <summary>Whether the words say that it is a department, not only what is done there.</summary>
    public static bool IsDepartment(List<Word> words) =>
        words.Any(word => Lexicon.DepartmentMarks.Contains(word.Folded));

    /// <summary>"Prof. Dr. Erika Muster" names nobody's function.</summary>
    private static bool IsJob(List<Word> words)
    {
        var titles = words.TakeWhile(word => AcademicTitles.IsPrefix(word.Folded) || AcademicTitles.IsDottedPrefix(word.Folded)).Count();
        if (titles > 0 && words.Count - titles >= 2) return Is(words[titles..], Lexicon.Jobs);
        return Is(WithoutGeneration(words), Lexicon.Jobs) && !IsSlogan(words);
    }

    // "Erika Muster Jr.", "Sr Erika Muster": a generation or a nun, not a rank.
    private static List<Word> WithoutGeneration(List<Word> words) =>
        words.Count < 3 ? words : words[^1].Folded is "jr" or "sr" ? words[..^1] : words[0].Folded is "sr" or "jr" ? words[1..] : words;

    // "Ihr Partner für Holz und Bau"
    private static bool IsSlogan(List<Word> words) => words.Count >= 4 && Lexicon.SentenceWords.Contains(words[0].Folded);

    private static bool Is(List<Word> words, WordTable table)
    {
        foreach (var word in words)
        {
            if (table.Contains(word.Folded)) return true;
            if (!word.Folded.AsSpan().ContainsAny("-/.".AsSpan())) continue;
            foreach (var part in word.Folded.Split('-', '/', '.'))
                if (part.Length > 1 && table.Contains(part)) return true;
        }

        return false;
    }
}
