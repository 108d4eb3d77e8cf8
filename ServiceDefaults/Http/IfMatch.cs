using Microsoft.Net.Http.Headers;

namespace Signet.ServiceDefaults;

/// <summary>Versions as entity tags (RFC 9110, 13.1.1).</summary>
public static class IfMatch
{
    public static string ETagOf(int version) => $"\"{version}\"";

    /// <summary>Whether the header names a version at all. "*" does not: it would overwrite whatever is there.</summary>
    public static bool IsPresent(string? header) => Tags(header) is { Count: > 0 } tags && !tags.Contains(EntityTagHeaderValue.Any);

    /// <summary>Whether this version is (one of) those that the request was made for.</summary>
    public static bool Allows(string? header, int version) =>
        Tags(header).Any(tag => !tag.IsWeak && tag.Tag.Equals(ETagOf(version), StringComparison.Ordinal));

    private static IList<EntityTagHeaderValue> Tags(string? header) =>
        header is not null && EntityTagHeaderValue.TryParseList([header], out var tags) ? tags : [];
}
