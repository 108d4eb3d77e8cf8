namespace Signet.Extraction.People;

/// <summary>A name taken apart. Offsets count in the text that it was read from; a length of 0 means that the part is missing.</summary>
internal sealed record PersonName(NamePart Title, NamePart First, NamePart Middle, NamePart Last, NamePart Suffix, NamePart Salutation)
{
    /// <summary>How much speaks for it being a person's name, 0 to 1.</summary>
    public double Likelihood { get; init; }

    /// <summary>Whether it was written "Last, First".</summary>
    public bool IsInverted { get; init; }

    public bool IsComplete => First.Length > 0 && Last.Length > 0;
}

/// <summary>A part of a name: the value, and where it stands.</summary>
internal readonly record struct NamePart(string Value, int Start, int Length)
{
    public static NamePart None => new("", 0, 0);
}
