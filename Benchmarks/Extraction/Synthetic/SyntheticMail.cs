using Signet.Contracts;

namespace Signet.Benchmarks.Extraction.Synthetic;

/// <summary>A made-up mail and what is to be found in it.</summary>
/// <param name="Layout">How its signature is laid out, to name the class of a failure.</param>
/// <param name="Eml">The mail file; of a pasted signature the signature itself.</param>
internal sealed record SyntheticMail(string Layout, string Country, string Language, string Eml, SyntheticGold Gold)
{
    /// <summary>Somebody pasted the signature: there is no header, and no text around it.</summary>
    public bool IsPasted { get; init; }

    /// <summary>The country of the mailbox that it comes to, which need not be the sender's.</summary>
    public required string Mailbox { get; init; }
}

/// <summary>What is right: for single fields any of the values, for the others all of them.</summary>
internal sealed class SyntheticGold
{
    public Dictionary<FieldKind, string[]> Single { get; } = [];

    public List<(PhoneType Type, string Value)> Phones { get; } = [];

    public HashSet<string> Emails { get; } = [];

    /// <summary>Right when found, no loss when not: the From header's address, the host of the own domain.</summary>
    public HashSet<string> Optional { get; } = [];

    public HashSet<string> Websites { get; } = [];

    public bool HasSignature { get; set; }
}
