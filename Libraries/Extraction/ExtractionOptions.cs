namespace Signet.Extraction;

/// <summary>What is known beside the text. All of it is input: nothing is read from the machine.</summary>
/// <param name="Region">ISO 3166-1 alpha-2: how national phone numbers are read when the mail itself does not say.</param>
/// <param name="Language">ISO 639-1 of the mailbox or organisation; null when unknown. It decides between readings that are otherwise even.</param>
public sealed record ExtractionOptions(string Region = "DE", string? Language = null);
