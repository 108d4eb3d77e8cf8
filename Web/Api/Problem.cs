using Signet.Contracts;

namespace Signet.Web.Api;

/// <summary>Why a request had no answer: the server's problem details, or that the server could not be reached.</summary>
/// <param name="Code">Stable and made for programs; the resources have words for the known ones.</param>
/// <param name="Errors">Per field of the request, by its path, e.g. <c>fields[2].value</c>.</param>
/// <param name="Current">With 412: the contact as it is on the server now.</param>
public sealed record Problem(
    int Status, string Code, string? Title, string? Detail, string? TraceId,
    IReadOnlyDictionary<string, string[]> Errors, ContactResponse? Current = null)
{
    public const string Unreachable = "unreachable";

    private static readonly Dictionary<string, string[]> None = [];

    public static Problem Of(int status, string code) => new(status, code, null, null, null, None);

    /// <summary>Trying the same again can help: the server or the way to it is down.</summary>
    public bool IsPassing => Status is 0 or 429 or 502 or 503 or 504;
}

/// <summary>Either what was asked for, or the problem.</summary>
public readonly record struct Answer<T>(T? Value, Problem? Problem, string? ETag = null)
{
    public bool Succeeded => Problem is null;
}

/// <summary>For requests without an answer body.</summary>
public sealed record Nothing;

/// <summary>problem+json as it is on the wire.</summary>
internal sealed record ProblemBody(
    string? Title, string? Detail, string? Code, string? TraceId, Dictionary<string, string[]>? Errors, ContactResponse? Current);
