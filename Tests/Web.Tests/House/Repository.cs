namespace Signet.Web.Tests.House;

/// <summary>The sources, for tests that read them.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Web(params string[] path) => Path.Combine([Root, "Web", .. path]);

    public static IEnumerable<string> Files(string pattern) =>
        Directory.EnumerateFiles(Web(), pattern, SearchOption.AllDirectories).Where(file => !file.Contains($"{Path.DirectorySeparatorChar}lib{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "aspire.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
