namespace Signet.Extraction;

/// <summary>
/// What of a mail is looked at. The bounds make a hostile mail cost what a long one costs; no honest signature reaches them.
/// </summary>
public static class Limits
{
    /// <summary>Characters of body that are kept; of a longer one the beginning and, for footers, the end.</summary>
    public const int BodyCharacters = 200_000;

    /// <summary>The share of <see cref="BodyCharacters"/> that is taken from the end of a longer body.</summary>
    public const int TailCharacters = 40_000;

    /// <summary>Characters of HTML that are read of one mail, all its parts together.</summary>
    public const int HtmlCharacters = 1_000_000;

    /// <summary>Lines of body that are looked at.</summary>
    public const int Lines = 8_000;

    /// <summary>Characters of a line that the grammar reads. A line of text wrapped by nobody is longer, a line of a signature is not.</summary>
    public const int LineLength = 400;

    /// <summary>Lines of a signature, its company footer included.</summary>
    public const int SignatureLines = 60;

    /// <summary>Values of one kind in one draft.</summary>
    public const int ValuesPerKind = 8;

    /// <summary>Other readings that are kept of a field.</summary>
    public const int Alternatives = 3;

    /// <summary>Digit runs of one mail that are tried as phone numbers.</summary>
    public const int PhoneTrials = 48;

    /// <summary>Lines of a mail file that begin like a header or the boundary of a part; nothing behind the last of them is parsed.</summary>
    public const int MimeLines = 20_000;

    /// <summary>Bytes of one header, its folded lines included: some thousand recipients.</summary>
    public const int HeaderBytes = 128 * 1024;

    /// <summary>Bytes of all headers of a mail, those of its parts included.</summary>
    public const int AllHeaderBytes = 1024 * 1024;

    /// <summary>Nested MIME parts.</summary>
    public const int MimeDepth = 40;
}
