using System.Diagnostics;
using Microsoft.Extensions.Configuration;

namespace Signet.AppHost.Pki;

/// <summary><c>dotnet run --project AppHost -- trust</c>: adds the edge authority to this user's trust store, so that browsers stop warning.</summary>
internal static class TrustCommand
{
    public static int Run()
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var authority = DevelopmentPki.Open(DataDirectory.Open(configuration).Pki, TimeProvider.System).AuthorityOf("edge");

        // Chromium and Firefox on Linux read the user's NSS database; certutil writes it.
        var database = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".pki", "nssdb");
        PrivateFiles.CreateFolder(database);
        try
        {
            using var certutil = Process.Start("certutil", ["-d", $"sql:{database}", "-A", "-t", "C,,", "-n", "Signet development edge", "-i", authority]);
            certutil.WaitForExit();
            if (certutil.ExitCode == 0)
            {
                Console.WriteLine($"Browsers of this user now trust {authority}, for *.{DevelopmentPki.EdgeName} and localhost only. Restart the browser.");
                return 0;
            }

            Console.Error.WriteLine($"certutil ended with {certutil.ExitCode}; nothing was trusted.");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.Error.WriteLine($"'certutil' is not installed. Install it (Debian: apt-get install libnss3-tools) and run this again, or import {authority} in the browser by hand.");
        }

        return 1;
    }
}
