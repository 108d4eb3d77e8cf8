using Signet.Extraction.Lines;
using Signet.Extraction.People;
using Signet.Extraction.Text;
using Signet.Extraction.Vocabulary;

namespace Signet.Extraction.Assembly;

/// <summary>Chooses the company: a legal form, the name of the mail domain, or the word of an organisation.</summary>
internal static class CompanyDecider
{
    public static Contest Decide(IReadOnlyList<Segment> segments, SenderIdentity? sender, string? companyKey, Segment? nameSegment, StepCounter steps)
    {
        var companies = new Contest();
        foreach (var segment in segments)
        {
            steps.Add(segment.Words.Count);
            if (segment.Kind is SegmentKind.Noise or SegmentKind.Address or SegmentKind.Country || ReferenceEquals(segment, nameSegment)) continue;
            companies.Enter(Read(segment, companyKey));
        }

        companies.Enter(ByPosition(segments, nameSegment, sender, steps));
        return companies;
    }

    /// <summary>A capitalised line of its own behind name or title, or right above the address, with nothing said against it.</summary>
    private static Choice? ByPosition(IReadOnlyList<Segment> segments, Segment? nameSegment, SenderIdentity? sender, StepCounter steps)
    {
        for (var i = 1; i < segments.Count; i++)
        {
            steps.Add(1);
            var segment = segments[i];
            if (!CouldBeCompany(segment) || segment.IsFooter || segment.Words.Count > 6 || segment.Text.AsSpan().ContainsAnyInRange('0', '9') || !char.IsUpper(segment.Text[0])) continue;
            var above = segments[i - 1];
            var partners = segment.Text.Contains('&', StringComparison.Ordinal) && segment.Words.Count is >= 3 and <= 6;
            var belowTitle = partners || (above.Kind is SegmentKind.Job || above.Kind is SegmentKind.Department && sender is null) && segment.Line.Index - above.Line.Index <= 2 && i >= 2;
            var aboveAddress = i + 1 < segments.Count && segments[i + 1].Kind == SegmentKind.Address && !ReferenceEquals(above, nameSegment) && nameSegment is not null && segment.Line.Index > nameSegment.Line.Index;
            // In pasted text without a sender, one word below the name is the short name of the company.
            var belowName = sender is null && ReferenceEquals(above, nameSegment) && (segment.Words.Count == 1 && segment.Text.Length >= 2 || NamesPair(segment) || SharesSurname(segment, nameSegment));
            // Two lines that say nothing of themselves: what the person does, then where.
            var second = sender is null && i >= 2 && ReferenceEquals(segments[i - 2], nameSegment) && above.Kind == SegmentKind.Unknown && TitleDecider.CouldBeTitle(above) && segment.Words.Count >= 2 && !NamesPair(above);
            if (belowTitle || aboveAddress || belowName || second) return Choose(segment, 0, segment.Text.Length, 0.5, "company.position");
        }

        return null;
    }

    // "Kupfer & Blech", "H&H Rohre and Blech"
    private static bool NamesPair(Segment segment) => segment.Words.Count >= 3 && segment.Words.Skip(1).SkipLast(1).Any(word => word.Folded is "&" or "and" or "und" or "et");

    // Erika Kupfer's "Kupfer Aggregates"
    private static bool SharesSurname(Segment segment, Segment? name) =>
        name is not null && segment.Words.Count is >= 2 and <= 4 && name.Words is [_, .., { Length: > 3 } surname] && segment.Words[..^1].Any(word => word.Folded == surname.Folded);

    private static bool CouldBeCompany(Segment segment) =>
        segment.Kind == SegmentKind.Unknown || segment.Kind == SegmentKind.Department && !SegmentClassifier.IsDepartment(segment.Words) && segment.Words.Any(word => Lexicon.Organisations.Contains(word.Folded));

    private static Choice? Read(Segment segment, string? companyKey)
    {
        var text = segment.Text;
        var words = segment.Words;
        var footer = segment.IsFooter ? 0.03 : 0;
        var domain = DomainName.Matches(text, companyKey);
        if (LegalForms.Find(text, words) is var (index, count))
        {
            var (start, end) = Bounds(text, words, index, count);
            if (start >= words[index].Start) return null;
            if (segment.Kind == SegmentKind.Legal && LegalWords.Find(words).Start < words[index].Start) return null;
            return Choose(segment, start, end, (domain ? 0.97 : 0.9) - footer, "company.legal-form");
        }

        if (segment.Kind == SegmentKind.Legal) return null;
        var comma = text.LastIndexOf(',');
        var whole = (Start: 0, End: comma > 0 && Countries.Named(text.AsSpan(comma + 1)) is not null ? comma : text.Length);
        if (domain && words.Count <= 6 && (segment.Kind is not (SegmentKind.Job or SegmentKind.Department) || IsNamedByDomain(segment, companyKey!))) return Choose(segment, whole.Start, whole.End, 0.88 - footer, "company.domain");
        if (segment.Kind != SegmentKind.Organisation) return null;
        var university = words.Any(word => Lexicon.Universities.Contains(word.Folded));
        return Choose(segment, whole.Start, whole.End, (university ? 0.85 : domain ? 0.84 : 0.7) - footer, "company.word");
    }

    /// <summary>"Kupfer Engineering" of kupfer.example and of kupfer-engineering.example is a company, "Engineering" none.</summary>
    private static bool IsNamedByDomain(Segment segment, string companyKey) =>
        segment.Kind == SegmentKind.Department && segment.Words.Count is > 1 and <= 4 && !SegmentClassifier.IsDepartment(segment.Words)
        && Folding.Key(segment.Words[0].Folded) is { Length: >= 3 } first && companyKey.StartsWith(first, StringComparison.Ordinal) && !Lexicon.Departments.Contains(segment.Words[0].Folded);

    /// <summary>From the last break before the legal form to its end.</summary>
    private static (int Start, int End) Bounds(string text, List<Word> words, int index, int count)
    {
        var start = 0;
        var head = text.AsSpan(0, words[index].Start);
        // In "Kupfer (GmbH)" the bracket is the form's own.
        var cut = head.TrimEnd().EndsWith("(") ? head.LastIndexOfAny(":;".AsSpan()) : head.LastIndexOfAny(":;(".AsSpan());
        if (cut >= 0) start = cut + 1;
        // "Erika Muster, Muster Werke GmbH": a comma ends the person, not "Muster, Beispiel & Partner GmbH".
        var comma = head.LastIndexOf(',');
        if (comma > start && comma < head.TrimEnd().Length - 1 && !head[comma..].Contains('&') && !head[comma..].Contains(" und ", StringComparison.Ordinal)) start = comma + 1;
        start = Math.Max(start, BehalfEnd(words, index));
        while (start < text.Length && text[start] is ' ' or ',' or '(') start++;
        var end = words[index + count - 1].End;
        if (end < text.Length && text[end] == '.') end++;
        if (end < text.Length && text[end] == ')' && text.AsSpan(start, end - start).Contains('(')) end++;
        return (start, end);
    }

    // "for and on behalf of Kupfer LLP"
    private static int BehalfEnd(List<Word> words, int form)
    {
        for (var i = 1; i < form - 1; i++)
            if (words[i - 1].Folded == "behalf" && words[i].Folded == "of") return words[i].End;
        return 0;
    }

    private static Choice? Choose(Segment segment, int start, int end, double confidence, string rule)
    {
        while (end > start && segment.Text[end - 1] is ' ' or ',' or ':') end--;
        return end - start < 2 ? null : new(segment.Text[start..end], segment.Start + start, end - start, confidence, rule);
    }
}
