namespace Signet.Matching;

/// <summary>One value of a record as it was written.</summary>
public readonly record struct MatchValue(MatchField Field, string Value);

/// <summary>A person or a company as a list of values, in any order.</summary>
/// <param name="Id">Named in results; decides nothing but the order of equal records.</param>
public sealed record MatchRecord(string Id, IReadOnlyList<MatchValue> Values);
