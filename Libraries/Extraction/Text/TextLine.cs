namespace Signet.Extraction.Text;

/// <summary>A line of the mail. <see cref="Text"/> is cut at <see cref="Limits.LineLength"/>.</summary>
internal sealed class TextLine(int index, int start, string text, int fullLength)
{
    private string? folded;

    public int Index { get; } = index;

    /// <summary>Offset in the draft's text.</summary>
    public int Start { get; } = start;

    public string Text { get; } = text;

    /// <summary>The length before cutting.</summary>
    public int FullLength { get; } = fullLength;

    public string Folded => folded ??= Folding.Fold(Text);

    public string Trimmed { get; } = text.Trim();

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
