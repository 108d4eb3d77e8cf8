namespace Signet.Extraction.Signatures;

/// <summary>What a line looks like on its own.</summary>
internal enum LineShape
{
    Blank,

    /// <summary>"-- ", the mark of RFC 3676.</summary>
    Delimiter,

    /// <summary>A line of dashes, underscores or stars.</summary>
    Frame,
    Closing,

    /// <summary>Holds the sender's name and little else.</summary>
    SenderName,

    /// <summary>A name at the end of the text: the sender's given name or initials, or any given name.</summary>
    SignOff,

    /// <summary>Holds a phone number, a mail or web address, or a postcode with a city.</summary>
    Contact,
    Company,
    Legal,
    Title,
    Short,
    Prose,
    Code,

    /// <summary>A line that a client writes for an attached file.</summary>
    Attachment,

    /// <summary>A saying in quotation marks.</summary>
    Motto,
    Disclaimer,
}
