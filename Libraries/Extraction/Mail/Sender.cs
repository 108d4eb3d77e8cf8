namespace Signet.Extraction.Mail;

/// <summary>The From header: display name as written, and address.</summary>
public sealed record Sender(string? Name, string Address)
{
    /// <summary>The header as a person reads it.</summary>
    public string ToLine() => string.IsNullOrWhiteSpace(Name) ? Address : $"{Name} <{Address}>";
}
