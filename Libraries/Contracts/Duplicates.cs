using System.Text.Json.Serialization;

namespace Signet.Contracts;

/// <summary>
/// <c>POST /api/v1/duplicates</c>: which contacts of the caller's organisation are, or may be, the person or company that these fields describe. Nothing is stored.
/// </summary>
/// <param name="Fields">What is known so far, as typed: half an address is welcome. Fields without value are passed over.</param>
/// <param name="Except">A contact that is not to be named: the one that is being edited.</param>
public sealed record FindDuplicatesRequest(IReadOnlyList<DuplicateField> Fields, Guid? Except = null);

/// <summary>A value that somebody typed or an application holds.</summary>
public sealed record DuplicateField(FieldKind Kind, string? Value, PhoneType? PhoneType = null);

/// <summary>The candidates, the likeliest first; at most ten.</summary>
public sealed record FindDuplicatesResponse(IReadOnlyList<DuplicateCandidate> Candidates);

/// <summary>A stored contact that is, or may be, the record in question.</summary>
/// <param name="Answer">What the score amounts to.</param>
/// <param name="Score">log2 of the odds that both are one: 0 is even, 1 is two to one, 10 a thousand to one. As a probability: 1 / (1 + 2^-score).</param>
/// <param name="Reasons">What speaks for and against, the weightiest first.</param>
public sealed record DuplicateCandidate(
    Guid ContactId, string DisplayName, string? JobTitle, string? Company, Guid ListId, string ListName, DuplicateAnswer Answer, double Score,
    IReadOnlyList<DuplicateReason> Reasons);

/// <summary>Whether two records are one. Pairs that are different are not named.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DuplicateAnswer>))]
public enum DuplicateAnswer
{
    /// <summary>A person should look.</summary>
    [JsonStringEnumMemberName("maybe")] Maybe,
    /// <summary>One and the same, as far as the values can tell.</summary>
    [JsonStringEnumMemberName("same")] Same,
}

/// <summary>One thing that speaks for or against.</summary>
/// <param name="Code">What was found, such as "mobileSame" or "lastNameSimilar"; docs/matching.md lists them.</param>
/// <param name="Bits">What it adds to the score, negative when it speaks against. The sum is near the score, not equal to it: shared evidence counts once.</param>
/// <param name="Given">The request's value as it was written; null where the reason is not about values.</param>
/// <param name="Found">The contact's value as it is stored.</param>
/// <param name="Sharers">How many contacts have the phone number; null for other reasons, and for more than a hundred.</param>
/// <param name="Text">The reason in English, for clients without words of their own.</param>
public sealed record DuplicateReason(string Code, double Bits, string? Given, string? Found, int? Sharers, string Text);
