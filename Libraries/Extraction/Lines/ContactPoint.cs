using Signet.Contracts;

namespace Signet.Extraction.Lines;

/// <summary>A phone number, mail or web address in the signature. Offsets count in the draft's text.</summary>
internal sealed record ContactPoint(FieldKind Kind, string Value, PhoneType? PhoneType, double Confidence, string Rule, int Start, int Length, bool IsFooter);
