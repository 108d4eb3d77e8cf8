using Signet.Extraction.Lines;
using Signet.Extraction.Text;

namespace Signet.Extraction.Assembly;

/// <summary>Chooses function and department: by their words, by standing below the name, above the company.</summary>
internal static class TitleDecider
{
    private const int Near = 4;

    public static (Contest Titles, Contest Departments) Decide(IReadOnlyList<Segment> segments, Segment? name, int nameEnd, Choice? company, bool isPasted, StepCounter steps)
    {
        var titles = new Contest();
        var departments = new Contest();
        var index = name is null ? -1 : IndexOf(segments, name);
        steps.Add(index + 1);
        if (name is not null) titles.Enter(BehindName(name, nameEnd));
        for (var i = 0; i < segments.Count; i++)
        {
            steps.Add(1);
            var segment = segments[i];
            if (ReferenceEquals(segment, name) || segment.IsFooter || Overlaps(segment, company)) continue;
            var near = index >= 0 && i > index && segment.Line.Index - name!.Line.Index <= Near;
            switch (segment.Kind)
            {
                case SegmentKind.Job:
                    titles.Enter(Choose(segment, near ? 0.9 : index < 0 ? 0.75 : 0.7, "title.word"));
                    break;
                case SegmentKind.Department:
                    departments.Enter(Choose(segment, near ? 0.8 : 0.65, "department.word"));
                    break;
                case SegmentKind.Organisation:
                    departments.Enter(Choose(segment, 0.55, "department.organisation"));
                    break;
                case SegmentKind.Unknown when near && i == index + 1 && segment.Line.Index - name!.Line.Index <= 2 && CouldBeTitle(segment) && IsBelow(segment, name):
                    titles.Enter(Choose(segment, 0.5, "title.below-name"));
                    break;
            }
        }

        return (titles, departments);
    }

    // "Erika Muster, Head of Sales"
    private static Choice? BehindName(Segment name, int nameEnd)
    {
        var from = nameEnd - name.Start;
        if (from <= 0 || from >= name.Text.Length) return null;
        while (from < name.Text.Length && name.Text[from] is ',' or ' ' or '-' or '(' or '/' or '.') from++;
        var rest = name.Text[from..].TrimEnd(')', ' ');
        if (rest.Length < 3) return null;
        var segment = name.Slice(from, rest.Length);
        SegmentClassifier.Classify(segment);
        return segment.Kind == SegmentKind.Job ? new(rest, segment.Start, rest.Length, 0.88, "title.behind-name") : null;
    }

    // In a table of two columns, what follows the name in the text stands in another column.
    private static bool IsBelow(Segment segment, Segment name) =>
        ReferenceEquals(segment.Line, name.Line) || Math.Abs(Column(segment) - Column(name)) <= 3 || IsFirst(segment) && IsFirst(name);

    private static int Column(Segment segment) => segment.Start - segment.Line.Start;

    private static bool IsFirst(Segment segment) => segment.Line.Text.AsSpan(0, Column(segment)).IndexOfAnyExcept(" \t*|•·>-".AsSpan()) < 0;

    public static bool CouldBeTitle(Segment segment) =>
        segment.Words.Count is >= 2 and <= 6 && !segment.Text.Contains('&', StringComparison.Ordinal) && char.IsUpper(segment.Text[0]) && !segment.Text.AsSpan().ContainsAnyInRange('0', '9') && segment.Text.Length <= 60;

    private static bool Overlaps(Segment segment, Choice? choice) => choice is not null && choice.Start < segment.Start + segment.Text.Length && segment.Start < choice.Start + choice.Length;

    private static int IndexOf(IReadOnlyList<Segment> segments, Segment segment)
    {
        for (var i = 0; i < segments.Count; i++)
            if (ReferenceEquals(segments[i], segment)) return i;
        return -1;
    }

    private static Choice Choose(Segment segment, double confidence, string rule) => new(segment.Text, segment.Start, segment.Text.Length, confidence, rule);
}
