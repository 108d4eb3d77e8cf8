using Signet.Contracts;

namespace Signet.Web.Fields;

/// <summary>A value that a field could have instead: what the person may have meant.</summary>
/// <param name="Value">As the field shows it; a country by its code.</param>
/// <param name="Range">Where it stands in the captured text; null when it was derived.</param>
public sealed record FieldReading(string Value, double Confidence, TextRange? Range);
