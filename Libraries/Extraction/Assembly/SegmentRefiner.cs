using System.Collections.Frozen;
using Signet.Extraction.Lines;
using Signet.Extraction.People;
using Signet.Extraction.Text;
using Signet.Extraction.Vocabulary;

namespace Signet.Extraction.Assembly;

/// <summary>
/// Puts right where separators lie: "Head of Sales, Kupfer GmbH" and "Engineer at Kupfer" are a function and a company, "Manager - Customer Care"
/// is one function.
/// </summary>
internal static class SegmentRefiner
{
    // Capitals that name a field of work, not a company.
    private static readonly FrozenSet<string> Fields =
        "it hr qa pr emea apac us usa uk eu dach sw hw ai ml cad erp sap crm ict gis iot rf asic fpga cto ceo cfo coo vp bu nrw ag".Split(' ').ToFrozenSet();

    // What stands in front of a name.
    private static readonly FrozenSet<string> NameLabels =
        "attn attention attn. name contact kontakt sb sachbearbeiter sachbearbeiterin sachbearbeitung bearbeiter bearbeiterin bearbeitung bearbeitet ansprechpartner ansprechpartnerin ansprechperson autor from von by re contatto contacto interlocuteur contactpersoon".Split(' ').ToFrozenSet();

    public static void Refine(List<Segment> segments, SenderIdentity? sender, string? companyKey, StepCounter steps)
    {
        for (var i = 0; i < segments.Count; i++)
        {
            steps.Add(segments[i].Words.Count);
            if (segments[i].Kind != SegmentKind.Unknown || segments[i].Text.Length > 140) continue;
            if (NameStart(segments[i]) is var (headEnd, name, isLabel))
            {
                var whole = segments[i];
                segments[i] = whole.Slice(0, headEnd);
                if (isLabel) segments[i].Kind = SegmentKind.Noise;
                segments.Insert(i + 1, whole.Slice(name, whole.Text.Length - name));
            }
            else if (sender is null && NameEnd(segments[i]) is { } comma)
            {
                var whole = segments[i];
                segments[i] = whole.Slice(0, comma);
                var from = whole.Words.First(word => word.Start > comma).Start;
                segments.Insert(i + 1, whole.Slice(from, whole.Text.Length - from));
            }
            else if (SplitPoint(segments[i], sender, companyKey, steps) is var (end, start))
            {
                var whole = segments[i];
                segments[i] = whole.Slice(0, end);
                var tail = whole.Slice(start, whole.Text.Length - start);
                if (LegalForms.Find(tail.Text, tail.Words) is null && !IsDepartment(tail)) tail.Kind = SegmentKind.Organisation;
                segments.Insert(i + 1, tail);
            }
            else if (i + 1 < segments.Count && Join(segments[i], segments[i + 1]) is { } joined)
            {
                segments[i] = joined;
                segments.RemoveAt(i + 1);
            }
        }
    }

    /// <summary>Where a name begins behind its label ("Attn: Erika Muster") or behind a profession ("Rechtsanwältin Dr. Erika Muster").</summary>
    private static (int HeadEnd, int Name, bool IsLabel)? NameStart(Segment segment)
    {
        var words = segment.Words;
        if (words.Count is < 3 or > 8) return null;
        var isLabel = NameLabels.Contains(words[0].Folded) && segment.Text.AsSpan(words[0].End).TrimStart().StartsWith(":");
        if (!isLabel && !(Lexicon.Jobs.Contains(words[0].Folded) && !AcademicTitles.IsPrefix(words[0].Folded) && segment.Text[words[0].End] == ' ')) return null;
        // "Associate Professor Erika Muster"
        var first = 1;
        while (!isLabel && first < 3 && first + 2 < words.Count && Lexicon.Jobs.Contains(words[first].Folded) && segment.Text[words[first].End] == ' ') first++;
        var tail = segment.Slice(words[first].Start, segment.Text.Length - words[first].Start);
        if (NameReader.Read(tail.Text) is not { IsComplete: true } name || tail.Words.Any(word => Lexicon.Jobs.Contains(word.Folded) || Lexicon.Organisations.Contains(word.Folded))) return null;
        return isLabel || name.Title.Length > 0 || name.Likelihood >= 0.65 ? (words[first - 1].End, words[first].Start, isLabel) : null;
    }

    // "Erika Muster, Head of Sales": no header says who Erika Muster is.
    private static int? NameEnd(Segment segment)
    {
        var comma = segment.Text.IndexOf(',', StringComparison.Ordinal);
        if (comma < 3) return null;
        var isFirm = LegalForms.Find(segment.Text, segment.Words) is not null || segment.Words.Any(word => word.Start > comma && Lexicon.Organisations.Contains(word.Folded));
        if (!isFirm && !segment.Words.Any(word => word.Start > comma && Lexicon.Jobs.Contains(word.Folded))) return null;
        var head = segment.Slice(0, comma);
        // "Erika Muster, Muster Bros. Roofing"; "Muster, Beispiel & Partner" has no given name in front.
        return NameReader.Read(head.Text) is { IsComplete: true } name && name.Likelihood >= (isFirm ? 0.65 : 0.5) && !head.Words.Any(word => Lexicon.Organisations.Contains(word.Folded)) ? comma : null;
    }

    private static (int End, int Start)? SplitPoint(Segment segment, SenderIdentity? sender, string? companyKey, StepCounter steps)
    {
        var text = segment.Text;
        var words = segment.Words;
        for (var i = 1; i < words.Count; i++)
        {
            var gap = text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End);
            var at = words[i].Folded is "at" or "bei" or "chez" or "presso" && i + 1 < words.Count && char.IsUpper(text[words[i + 1].Start]) && words[i + 1].Folded is not ("law" or "large");
            if (!at && gap.IndexOf(',') < 0) continue;
            steps.Add(words.Count);
            // "Team Vertrieb, Kupfer"
            if (!words.Take(i).Any(word => Lexicon.Jobs.Contains(word.Folded)) && (at || !Lexicon.DepartmentMarks.Contains(words[0].Folded))) continue;
            var start = at ? words[i + 1].Start : words[i].Start;
            var tail = segment.Slice(start, text.Length - start);
            if (at || IsCompany(tail, sender, companyKey) || IsDepartment(tail)) return (words[i - 1].End, start);
        }

        return null;
    }

    private static bool IsDepartment(Segment tail) => tail.Words is [var first, ..] && Lexicon.DepartmentMarks.Contains(first.Folded);

    private static bool IsCompany(Segment tail, SenderIdentity? sender, string? companyKey)
    {
        if (LegalForms.Find(tail.Text, tail.Words) is not null || tail.Words.Count >= 2 && tail.Words.Any(word => Lexicon.Universities.Contains(word.Folded) || word.Folded is "school" or "hospital" or "klinikum" or "association" or "society" or "foundation" or "church" or "council" or "club" or "institute" or "verein" or "verband")) return true;
        if (tail.Words.Count == 1 && sender is null && tail.Text.Length is >= 2 and <= 6 && tail.Text.All(char.IsAsciiLetterUpper))
            return !Fields.Contains(tail.Words[0].Folded) && !AcademicTitles.IsSuffix(tail.Words[0].Folded) && Countries.BesidePlace(tail.Text) is null;
        return DomainName.Matches(tail.Text, companyKey) && tail.Words.Count <= 4;
    }

    private static Segment? Join(Segment segment, Segment next)
    {
        if (segment.Words.Count != 1 || !Lexicon.Jobs.Contains(segment.Words[0].Folded) || next.Kind != SegmentKind.Unknown || !ReferenceEquals(next.Line, segment.Line)) return null;
        var gap = next.Start - segment.Start - segment.Text.Length;
        var start = segment.Start - segment.Line.Start;
        if (gap is < 1 or > 4 || segment.Line.Text.AsSpan(start + segment.Text.Length, gap).ContainsAny("|\t•·".AsSpan()) || LegalForms.Find(next.Text, next.Words) is not null) return null;
        return new(segment.Line, segment.Start, segment.Line.Text.Substring(start, next.Start + next.Text.Length - segment.Start), segment.IsFooter);
    }
}
