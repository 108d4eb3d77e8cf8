using System.Diagnostics;

namespace Signet.AppHost.Pki;

/// <summary>Files and folders that only their owner reads, replaced as a whole.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerOnly | UnixFileMode.UserExecute;
    private const UnixFileMode Passage = OwnerFolder | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>A folder for its owner. With <paramref name="passage"/> others may go through to what is theirs below it, and see nothing.</summary>
    public static void CreateFolder(string path, bool passage = false)
    {
        var mode = passage ? Passage : OwnerFolder;
        Directory.CreateDirectory(path, mode);
        File.SetUnixFileMode(path, mode);
    }

    /// <summary>Writes beside the file and renames, so that a reader sees the old or the new one and never half.</summary>
    public static void Replace(string path, string content)
    {
        var fresh = $"{path}.new";
        File.Delete(fresh);
        using (var stream = new FileStream(fresh, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly }))
        using (var writer = new StreamWriter(stream))
        {
            writer.Write(content);
        }

        File.Move(fresh, path, overwrite: true);
    }

    /// <summary>Gives a folder and its files to another user: Postgres refuses to run as root and to read others' keys.</summary>
    public static void GiveTo(string user, string folder)
    {
        using var chown = Process.Start(new ProcessStartInfo("chown", ["-R", user, folder]) { RedirectStandardError = true })!;
        var error = chown.StandardError.ReadToEnd();
        chown.WaitForExit();
        if (chown.ExitCode != 0)
        {
            throw new InvalidOperationException($"The folder {folder} could not be given to the user {user}: {error.Trim()}");
        }
    }
}
