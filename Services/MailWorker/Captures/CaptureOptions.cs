using Microsoft.Extensions.Options;
using Signet.Extraction.Lines;

namespace Signet.MailWorker.Captures;

/// <summary>Configuration section <c>Captures</c>.</summary>
public sealed class CaptureOptions
{
    /// <summary>The largest mail, in bytes. Uploads beyond it are refused before they are read.</summary>
    public int LargestMail { get; set; } = 25 * 1024 * 1024;

    /// <summary>Uploads held in memory at a time; more wait, and beyond <see cref="WaitingUploads"/> are told to come back.</summary>
    public int ConcurrentUploads { get; set; } = 16;

    public int WaitingUploads { get; set; } = 64;

    /// <summary>Mails parsed at a time: parsing is pure computation, so more than the cores only take turns.</summary>
    public int ConcurrentParses { get; set; } = Math.Max(1, Environment.ProcessorCount);

    /// <summary>How national phone numbers are read when neither the mail nor the request nor the organisation says.</summary>
    public string DefaultRegion { get; set; } = "DE";
}

internal sealed class CaptureOptionsValidator : IValidateOptions<CaptureOptions>
{
    public ValidateOptionsResult Validate(string? name, CaptureOptions options)
    {
        var errors = new List<string>();
        if (options.LargestMail is < 1024 or > 200 * 1024 * 1024) errors.Add("Captures:LargestMail must be between 1 KiB and 200 MiB (bytes).");
        if (options.ConcurrentUploads is < 1 or > 1024) errors.Add("Captures:ConcurrentUploads must be between 1 and 1024.");
        if (options.WaitingUploads is < 0 or > 10_000) errors.Add("Captures:WaitingUploads must be between 0 and 10000.");
        if (options.ConcurrentParses is < 1 or > 256) errors.Add("Captures:ConcurrentParses must be between 1 and 256.");
        if (!PhoneRegions.IsKnown(options.DefaultRegion)) errors.Add("Captures:DefaultRegion must be an ISO 3166-1 code in capitals, like DE.");
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
