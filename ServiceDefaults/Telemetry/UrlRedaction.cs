using System.Diagnostics;
using OpenTelemetry;

namespace Signet.ServiceDefaults;

/// <summary>Takes queries out of spans: they can hold what a person searched for.</summary>
internal sealed class UrlRedaction : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        data.SetTag("url.query", null);
        if (data.GetTagItem("url.full") is string url && url.IndexOf('?', StringComparison.Ordinal) is >= 0 and var query) data.SetTag("url.full", url[..query]);
    }
}
