using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Signet.MailWorker.Captures;

/// <summary>Counts captures by outcome. Tags are problem codes, never anything of a mail.</summary>
internal sealed class CaptureMetrics
{
    /// <summary>The meter's name; ServiceDefaults exports every meter that begins with "Signet.".</summary>
    public const string Meter = "Signet.MailWorker";

    private readonly Counter<long> captures;
    private readonly Histogram<int> fields;
    private readonly Histogram<long> bytes;

    public CaptureMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Meter);
        captures = meter.CreateCounter<long>("signet.captures", "{capture}", "Captures by outcome.");
        fields = meter.CreateHistogram<int>("signet.capture.fields", "{field}", "Fields recognised in a capture.");
        bytes = meter.CreateHistogram<long>("signet.capture.size", "By", "Size of captured mails.");
    }

    public void Captured(int fieldCount, int size)
    {
        captures.Add(1, new KeyValuePair<string, object?>("outcome", "draft"));
        fields.Record(fieldCount);
        bytes.Record(size);
    }

    /// <summary>Counts a refusal and passes it on.</summary>
    public ProblemHttpResult Refused(ProblemHttpResult problem)
    {
        captures.Add(1, new KeyValuePair<string, object?>("outcome", problem.ProblemDetails.Extensions.TryGetValue("code", out var code) ? code : "unknown"));
        return problem;
    }
}
