namespace Signet.Testing;

public static class RepositoryRoot
{
    /// <summary>The folder with the solution.</summary>
    public static string Path { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "aspire.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("aspire.sln is in no folder above the tests.");
    }
}
