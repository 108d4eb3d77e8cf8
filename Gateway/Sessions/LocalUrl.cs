namespace Signet.Gateway.Sessions;

/// <summary>Where a person goes after signing in: a path of this site, never another site (open redirect).</summary>
internal static class LocalUrl
{
    private const int Longest = 1024;

    public static string OrRoot(string? url) => IsLocal(url) ? url! : "/";

    /// <summary>"/x" is local; "//x" and "/\x" are other hosts to browsers, which also skip control characters while reading.</summary>
    public static bool IsLocal(string? url) =>
        url is ['/', ..] and { Length: <= Longest } && url is not ['/', '/' or '\\', ..] && !url.Any(c => char.IsControl(c) || c == '\\');
}
