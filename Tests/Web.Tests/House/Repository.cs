using Signet.Testing;

namespace Signet.Web.Tests.House;

/// <summary>The web app's sources, for tests that read them.</summary>
internal static class Repository
{
    public static string Web(params string[] path) => Path.Combine([RepositoryRoot.Path, "Web", .. path]);

    public static IEnumerable<string> Files(string pattern) =>
        Directory.EnumerateFiles(Web(), pattern, SearchOption.AllDirectories).Where(file => !file.Contains($"{Path.DirectorySeparatorChar}lib{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
}
