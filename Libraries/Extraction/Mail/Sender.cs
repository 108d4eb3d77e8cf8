using Signet.Extraction.Text;

namespace Signet.Extraction.Mail;

/// <summary>The From header: display name as written, and address.</summary>
public sealed record Sender(string? Name, string Address)
{
    private const int LongestName = 200;
    private const int LongestAddress = 320;

    /// <summary>Without line breaks and invisible characters, and no longer than a header of a person is.</summary>
    internal Sender Clean() => new(Name is null ? null : Cleaning.Line(Name, LongestName), Cleaning.Line(Address, LongestAddress));

    /// <summary>The header as a person reads it.</summary>
    public string ToLine() => string.IsNullOrWhiteSpace(Name) ? Address : $"{Name} <{Address}>";
}
