using System.Xml.Linq;

namespace Signet.Tests.House;

/// <summary>The checkout that this test was built from, as text.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Projects by name, with the names of the projects that each references.</summary>
    public static IReadOnlyDictionary<string, Project> Projects { get; } =
        Directory.EnumerateFiles(Root, "*.csproj", SearchOption.AllDirectories)
            .Where(path => !IsOutput(path))
            .Select(Project.Read)
            .ToDictionary(project => project.Name);

    /// <summary>Every file that belongs to the sources: no build output, no package folders, nothing of git's own.</summary>
    public static IEnumerable<string> SourceFiles(params string[] extensions) =>
        Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Where(path => !IsOutput(path) && (extensions.Length == 0 || extensions.Contains(Path.GetExtension(path))));

    private static bool IsOutput(string path) =>
        Path.GetRelativePath(Root, path).Split(Path.DirectorySeparatorChar)
            .Any(part => part is "artifacts" or "bin" or "obj" or "node_modules" or ".git");

    // Not by the compiler's path of this file: a deterministic build has none.
    private static string FindRoot(DirectoryInfo? folder) =>
        folder is null ? throw new InvalidOperationException("No folder above the test has aspire.sln.")
        : File.Exists(Path.Combine(folder.FullName, "aspire.sln")) ? folder.FullName
        : FindRoot(folder.Parent);

    internal sealed record Project(string Name, string Folder, IReadOnlyList<string> References)
    {
        public static Project Read(string path) => new(
            Path.GetFileNameWithoutExtension(path),
            Path.GetRelativePath(Root, Path.GetDirectoryName(path)!).Replace('\\', '/'),
            [.. XDocument.Load(path).Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))]);
    }
}
