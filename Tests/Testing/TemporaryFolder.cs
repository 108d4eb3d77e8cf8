namespace Signet.Testing;

/// <summary>Folders that go with the process.</summary>
public static class TemporaryFolder
{
    private static readonly List<string> _folders = [];
    private static readonly Lock _adding = new();

    static TemporaryFolder() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var folder in _folders.Where(Directory.Exists)) Directory.Delete(folder, recursive: true);
    };

    public static string Create(string purpose)
    {
        var folder = Directory.CreateTempSubdirectory($"signet-{purpose}-").FullName;
        lock (_adding) _folders.Add(folder);
        return folder;
    }
}
