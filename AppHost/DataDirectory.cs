using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Signet.AppHost.Pki;

namespace Signet.AppHost;

/// <summary>Where this machine keeps what survives a restart: <c>pki/</c>, <c>keys/</c> and <c>postgres/</c>.</summary>
internal sealed record DataDirectory(string Path)
{
    /// <summary>
    /// <c>Signet:DataDirectory</c>, else the user's application data; for root a folder that the user of Postgres can reach
    /// (the server refuses to run as root).
    /// </summary>
    public static DataDirectory Open(IConfiguration configuration)
    {
        var path = configuration["Signet:DataDirectory"]
            ?? (Environment.IsPrivilegedProcess
                ? "/var/lib/signet"
                : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "signet"));
        PrivateFiles.CreateFolder(path, passage: true);
        return new(path);
    }

    public string Pki => System.IO.Path.Combine(Path, "pki");

    public string Postgres => System.IO.Path.Combine(Path, "postgres");

    /// <summary>The master key, 32 random bytes in base64: outside the database and its backups. Production uses a KMS instead.</summary>
    public string MasterKeyFile()
    {
        var folder = System.IO.Path.Combine(Path, "keys");
        var file = System.IO.Path.Combine(folder, "master.key");
        PrivateFiles.CreateFolder(folder);
        if (!File.Exists(file))
        {
            PrivateFiles.Replace(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        }

        return file;
    }
}
