using System.Diagnostics;

namespace Signet.Gateway.Edge;

/// <summary>Traces begin at the door: what outsiders call their trace, or pack as baggage, is not carried inwards.</summary>
internal sealed class EdgePropagator : DistributedContextPropagator
{
    public override IReadOnlyCollection<string> Fields => [];

    public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState) =>
        (traceId, traceState) = (null, null);

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;

    // Used for inbound requests only; outbound ones go through the channel's own.
    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
    {
    }
}
