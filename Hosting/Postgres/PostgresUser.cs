using System.ComponentModel;
using System.Diagnostics;

namespace Aspire.Hosting.Postgres;

/// <summary>Who the server runs as: whoever runs the AppHost, except root, which the server refuses; then it is the user "postgres".</summary>
internal sealed class PostgresUser
{
    private const string Name = "postgres";

    private PostgresUser(bool isOther) => IsOther = isOther;

    public static PostgresUser Current => new(Environment.IsPrivilegedProcess);

    /// <summary>In front of a command line.</summary>
    public IReadOnlyList<string> Prefix => IsOther ? ["setpriv", "--reuid", Name, "--regid", Name, "--init-groups"] : ["setpriv"];

    private bool IsOther { get; }

    /// <summary>Makes the folder that the data folder is in, and sees to it that the user can get there.</summary>
    public async Task OpenPathAsync(string data, bool isOurs, CancellationToken cancellationToken)
    {
        var parent = Path.GetDirectoryName(data)!;
        const UnixFileMode passage = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        if (!Directory.Exists(parent)) Directory.CreateDirectory(parent, passage);
        if (!IsOther) return;
        if (isOurs) File.SetUnixFileMode(parent, passage);
        if ((await Tool.RunAsync("id", [Name], "/", cancellationToken)).Code != 0)
            throw new DistributedApplicationException($"PostgreSQL refuses to run as root and there is no user '{Name}' to run as. Make it: useradd --system {Name}");
        if ((await Tool.RunAsync("setpriv", [.. Prefix.Skip(1), "test", "-x", parent], "/", cancellationToken)).Code != 0)
            throw new DistributedApplicationException($"The user '{Name}', as whom PostgreSQL runs, cannot enter {parent}. Let others pass through it and the folders above it (chmod o+x), or choose another folder for the data.");
    }

    public async Task TakeAsync(string path, CancellationToken cancellationToken)
    {
        if (!IsOther) return;
        var (code, output) = await Tool.RunAsync("chown", ["-R", $"{Name}:", path], "/", cancellationToken);
        if (code != 0) throw new DistributedApplicationException($"{path} could not be given to the user '{Name}': {output}");
    }

    public async Task RequireOwnerAsync(string path, CancellationToken cancellationToken)
    {
        var wanted = IsOther ? Name : Environment.UserName;
        var owner = (await Tool.RunAsync("stat", ["-c", "%U", path], "/", cancellationToken)).Output;
        if (owner != wanted) throw new DistributedApplicationException($"The data folder {path} belongs to the user '{owner}', and PostgreSQL runs as '{wanted}'. Give it back (chown -R {wanted}: {path}), or choose another folder.");
    }
}

/// <summary>A small program of the system, run to its end.</summary>
internal static class Tool
{
    public static async Task<(int Code, string Output)> RunAsync(string program, IEnumerable<string> arguments, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            try
            {
                var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
                await process.WaitForExitAsync(cancellationToken);
                return (process.ExitCode, string.Join('\n', output.Select(o => o.Trim()).Where(o => o.Length > 0)));
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }
        }
        catch (Win32Exception missing)
        {
            throw new DistributedApplicationException($"The program '{program}' could not be run: {missing.Message}. Install it, or put it on PATH.", missing);
        }
    }
}
