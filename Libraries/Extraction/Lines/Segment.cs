using Signet.Extraction.Text;

namespace Signet.Extraction.Lines;

/// <summary>A piece of a signature line between separators and contact points.</summary>
internal sealed class Segment(TextLine line, int start, string text, bool isFooter)
{
    private List<Word>? words;

    public TextLine Line { get; } = line;

    /// <summary>Offset in the draft's text.</summary>
    public int Start { get; } = start;

    public string Text { get; } = text;

    /// <summary>Whether it stands in the company's footer instead of the person's block.</summary>
    public bool IsFooter { get; } = isFooter;

    public List<Word> Words => words ??= Word.Split(Text);

    public SegmentKind Kind { get; set; }

    /// <summary>The parts between its commas.</summary>
    public List<Segment> Pieces()
    {
        var pieces = new List<Segment>();
        var start = 0;
        for (var i = 0; i <= Text.Length && pieces.Count < 12; i++)
        {
            if (i < Text.Length && Text[i] is not (',' or ';')) continue;
            var from = start;
            var to = i;
            while (from < to && char.IsWhiteSpace(Text[from])) from++;
            while (to > from && char.IsWhiteSpace(Text[to - 1])) to--;
            if (to > from) pieces.Add(Slice(from, to - from));
            start = i + 1;
        }

        return pieces;
    }

    public Segment Slice(int start, int length) => new(Line, Start + start, Text.Substring(start, length), IsFooter);
}

internal enum SegmentKind
{
    Unknown,

    /// <summary>Says nothing of the person: a closing, a disclaimer, a sentence, a label.</summary>
    Noise,

    /// <summary>People who run the company, its seat, its registers.</summary>
    Legal,
    Address,
    Country,
    Company,
    Organisation,
    Department,
    Job,
    Name,
}
