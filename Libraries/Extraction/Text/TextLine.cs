namespace Signet.Extraction.Text;

/// <summary>A line of the mail. <see cref="Text"/> is cut at <see cref="Limits.LineLength"/>.</summary>
internal sealed class TextLine(int index, int start, string text, int fullLength)
{
    private string? folded;
    private List<Word>? words;
    private List<Word>? trimmedWords;

    public int Index { get; } = index;

    /// <summary>Offset in the draft's text.</summary>
    public int Start { get; } = start;

    public string Text { get; } = text;

    /// <summary>The length before cutting.</summary>
    public int FullLength { get; } = fullLength;

    public string Folded => folded ??= Folding.Fold(Text);

    public string Trimmed { get; } = text.Trim();

    /// <summary>The words of <see cref="Text"/>.</summary>
    public List<Word> Words => words ??= Word.Split(Text);

    /// <summary>The words of <see cref="Trimmed"/>; offsets count in that.</summary>
    public List<Word> TrimmedWords => trimmedWords ??= Trimmed.Length == Text.Length ? Words : Word.Split(Trimmed);

    public bool IsBlank => Trimmed.Length == 0;

    public LineRole Role { get; set; }
}

/// <summary>Whose line it is.</summary>
internal enum LineRole
{
    /// <summary>Written by the sender, or appended by the sender's gateway.</summary>
    Own,

    /// <summary>Part of a quoted or forwarded message.</summary>
    Quoted,

    /// <summary>Appended by a mailing list.</summary>
    List,

    /// <summary>Source code.</summary>
    Patch,
}
