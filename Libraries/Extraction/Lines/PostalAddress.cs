namespace Signet.Extraction.Lines;

/// <summary>A value with its place in the draft's text.</summary>
internal readonly record struct Span(string Value, int Start, int Length)
{
    public static Span None => new("", 0, 0);

    public bool IsEmpty => Length == 0;
}

/// <summary>An address as far as it was found.</summary>
internal sealed record PostalAddress(Span Street, Span Zip, Span City, Span Country, string? CountryCode, double Confidence, bool IsFooter)
{
    /// <summary>"Postfach 27 15".</summary>
    public Span Box { get; init; }

    /// <summary>State, province or canton.</summary>
    public Span Region { get; init; }
}

/// <summary>What stands behind a street that no postcode follows.</summary>
internal readonly record struct Locality(Span City, Span Region, Span Country, string? Code)
{
    public static Locality None => new(Span.None, Span.None, Span.None, null);
}
