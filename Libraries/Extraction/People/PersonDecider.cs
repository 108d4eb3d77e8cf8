using Signet.Extraction.Lines;
using Signet.Extraction.Text;
using Signet.Extraction.Vocabulary;

namespace Signet.Extraction.People;

/// <summary>The person that the draft is of.</summary>
/// <param name="Segment">The piece of the signature that the name was read from; null when it is the From header's.</param>
internal sealed record Person(PersonName Name, Segment? Segment, int Offset, double Confidence, string Rule)
{
    /// <summary>Who else it could be, surest first.</summary>
    public IReadOnlyList<Person> Others { get; init; } = [];
}

/// <summary>
/// Decides who the contact is. A name in the signature that fits the From header is preferred to the header (it has titles and is spelt out);
/// the header is preferred to a name that does not fit. Names in company particulars never count.
/// </summary>
internal static class PersonDecider
{
    private const double Fits = 0.6;

    /// <param name="region">Where the signature is from: what names are like when there is no sender.</param>
    /// <param name="mailbox">Whose the first mail address of a text without a sender is.</param>
    public static Person? Decide(IReadOnlyList<Segment> segments, SenderIdentity? sender, SenderIdentity? mailbox, int senderStart, string region, StepCounter steps)
    {
        var found = new List<Person>();
        var position = 0;
        var signOff = "";
        for (var i = 0; i < segments.Count; i++)
        {
            var segment = segments[i];
            steps.Add(segment.Words.Count);
            if (segment.Kind is SegmentKind.Legal or SegmentKind.Noise or SegmentKind.Address or SegmentKind.Country) continue;
            // "Erika", then the block that begins with "Erika Muster".
            if (position == 0 && signOff.Length == 0 && segment.Words.Count == 1 && segment.Kind == SegmentKind.Unknown)
            {
                signOff = segment.Words[0].Folded;
                continue;
            }

            position++;
            var surroundings = new Surroundings(position, signOff, i + 1 < segments.Count && segments[i + 1].Kind is SegmentKind.Job or SegmentKind.Company);
            if (Read(segment, sender, mailbox, surroundings, region) is { } person) found.Add(person);
        }

        var best = found.MaxBy(person => person.Confidence);
        // Signed with the name alone, and again with all titles below.
        if (best is { Name.Title.Length: 0 }) best = found.Find(person => person.Confidence >= best.Confidence && person.Name.Title.Length > 0 && Folding.Key(person.Name.Last.Value) == Folding.Key(best.Name.Last.Value)) ?? best;

        var header = sender?.Name is { } name && (name.IsComplete || name.Last.Length > 0 || name.First.Length > 0)
            ? new Person(name, null, senderStart, name.IsComplete ? 0.88 : 0.5, "name.header")
            : null;
        if (best is { Segment: not null, Name.Title.Length: 0 }) best = WithTitleAbove(best, segments, steps);
        var chosen = Choose(best, header);
        if (header is not null) found.Add(header);
        return chosen is null ? null : chosen with { Others = [.. found.Where(person => person.Segment != chosen.Segment).OrderByDescending(person => person.Confidence)] };
    }

    private static Person? Choose(Person? signed, Person? header)
    {
        if (signed is null) return header;
        if (header is null || signed.Rule == "name.signature") return signed;
        // A person's header against a name that does not fit it: somebody else is named here.
        if (!header.Name.IsComplete && signed.Confidence >= 0.5 && header.Name.Likelihood < 0.3) return signed;
        return header.Name.IsComplete && header.Name.Likelihood > 0.4 ? header : signed.Confidence > 0.6 ? signed : header;
    }

    /// <summary>"Dipl.-Inform." on the line above the name.</summary>
    private static Person WithTitleAbove(Person person, IReadOnlyList<Segment> segments, StepCounter steps)
    {
        for (var i = 1; i < segments.Count; i++)
        {
            steps.Add(1);
            if (!ReferenceEquals(segments[i], person.Segment)) continue;
            var above = segments[i - 1];
            if (person.Segment!.Line.Index - above.Line.Index > 2 || above.Words.Count is 0 or > 4 || !above.Words.All(word => AcademicTitles.IsPrefix(word.Folded) || AcademicTitles.IsDottedPrefix(word.Folded))) break;
            return person with { Name = person.Name with { Title = new(above.Text, above.Start - person.Offset, above.Text.Length) } };
        }

        return person;
    }

    /// <summary>What stands around a segment that could be a name.</summary>
    /// <param name="Position">Which of the segments that say something it is, counted from 1.</param>
    /// <param name="SignOff">The single word, folded, that a block begins with.</param>
    private readonly record struct Surroundings(int Position, string SignOff, bool IsAboveFunction)
    {
        public double Weight(PersonName name)
        {
            var weight = Position == 1 ? 0.2 : Position <= 3 ? 0.05 : -0.15;
            if (IsAboveFunction && Position is 2 or 3) weight += 0.15;
            if (SignOff.Length > 1 && (Folding.Key(name.First.Value).StartsWith(SignOff, StringComparison.Ordinal) || SignOff == Initials(name) || SignOff.Length > 2 && SignOff[..2] == Prefix(name.First, 2))) weight += 0.3;
            return weight;
        }

        private static string Initials(PersonName name) => Prefix(name.First, 1) + Prefix(name.Last, 1);

        private static string Prefix(NamePart part, int length) => Folding.Key(part.Value) is var key && key.Length > length ? key[..length] : key;
    }

    private static Person? Read(Segment segment, SenderIdentity? sender, SenderIdentity? mailbox, Surroundings surroundings, string region)
    {
        if (segment.Text.Length > 80) return null;
        var text = segment.Text;
        var twoSurnames = sender?.HasTwoSurnames == true || SenderIdentity.PeopleHaveTwoSurnames(region);
        var name = NameReader.Read(text, twoSurnames);
        // "Erika Muster, Inhaberin" is no "Last, First".
        if ((name is null || name.IsInverted) && text.IndexOf(',', StringComparison.Ordinal) is var comma and > 2 && NameReader.Read(text[..comma], twoSurnames) is { } head && (name is null || IsRather(head, name, sender))) name = head;
        if (name is null || !name.IsComplete || LegalForms.Find(text, segment.Words) is not null && NameReader.Read(text) is not null) return null;
        var match = sender?.Matches(name) ?? 0;
        if (match >= Fits) return new(Upright(name, sender!), segment, segment.Start, Math.Min(0.98, 0.9 + match * 0.08), "name.signature");
        if (segment.Kind is SegmentKind.Company or SegmentKind.Organisation or SegmentKind.Department or SegmentKind.Job || segment.IsFooter) return null;
        var shape = name.Likelihood + surroundings.Weight(name) + (mailbox?.Matches(name) >= 0.7 ? 0.3 : 0);
        return shape >= 0.5 ? new(name, segment, segment.Start, Math.Min(0.9, shape), "name.shape") : null;
    }

    private static bool IsRather(PersonName head, PersonName inverted, SenderIdentity? sender)
    {
        if (!head.IsComplete) return false;
        if (sender is not null && sender.Matches(head) is var match && match != sender.Matches(inverted)) return match > sender.Matches(inverted);
        return head.Likelihood > inverted.Likelihood;
    }

    /// <summary>"MUSTER Erika" in the signature is put right by the header, unless it is the header that has the surname first.</summary>
    private static PersonName Upright(PersonName name, SenderIdentity sender)
    {
        if (name.IsInverted || sender.Name is not { IsComplete: true } header) return name;
        // "Erika Muster Beispiel": what the header has for a surname is the first of two.
        if (name.Middle.Length > 0 && header.Last.Length > 0 && Folding.Key(name.Middle.Value).EndsWith(Folding.Key(header.Last.Value), StringComparison.Ordinal) && name.Middle.Value.Length == header.Last.Value.Length)
            return name with { Middle = NamePart.None, Last = new($"{name.Middle.Value} {name.Last.Value}", name.Middle.Start, name.Last.Start + name.Last.Length - name.Middle.Start) };
        var (first, last) = (Folding.Key(name.First.Value), Folding.Key(name.Last.Value));
        if (last != Folding.Key(header.First.Value) || first != Folding.Key(header.Last.Value)) return name;
        var isRight = header.IsInverted || Lexicon.GivenNames.Contains(last) && !Lexicon.GivenNames.Contains(first);
        return isRight ? name with { First = name.Last, Last = name.First } : name;
    }
}
