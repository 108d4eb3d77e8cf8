using System.Globalization;

namespace Signet.RedisServer;

/// <summary>The options of redis-server that are understood here, under their own names; what is said last holds.</summary>
internal sealed record RedisOptions
{
    /// <summary>Without TLS; 0 is none.</summary>
    public int Port { get; private init; } = 6379;

    public int TlsPort { get; private init; }

    public string Bind { get; private init; } = "127.0.0.1";

    public string? CertificateFile { get; private init; }

    public string? KeyFile { get; private init; }

    public string? AuthoritiesFile { get; private init; }

    /// <summary>Whether a client must show a certificate of the authorities.</summary>
    public bool AuthenticateClients { get; private init; } = true;

    public string? AclFile { get; private init; }

    public string MaxMemory { get; private init; } = "128m";

    /// <exception cref="FormatException">Says which option is wrong and what it takes.</exception>
    public static RedisOptions Parse(IReadOnlyList<string> args)
    {
        var options = new RedisOptions();
        for (var i = 0; i < args.Count; i += 2)
        {
            var (name, value) = (args[i], i + 1 < args.Count ? args[i + 1] : throw new FormatException($"{args[i]} needs a value."));
            options = name switch
            {
                "--port" => options with { Port = Number(name, value) },
                "--tls-port" => options with { TlsPort = Number(name, value) },
                "--bind" => options with { Bind = value },
                "--tls-cert-file" => options with { CertificateFile = value },
                "--tls-key-file" => options with { KeyFile = value },
                "--tls-ca-cert-file" => options with { AuthoritiesFile = value },
                "--tls-auth-clients" => options with { AuthenticateClients = value is "yes" ? true : value is "no" ? false : throw new FormatException("--tls-auth-clients is yes or no.") },
                "--tls-protocols" => value == "TLSv1.3" ? options : throw new FormatException("--tls-protocols: this server speaks TLSv1.3 only."),
                "--aclfile" => options with { AclFile = value },
                "--maxmemory" => options with { MaxMemory = value.EndsWith("mb", StringComparison.Ordinal) ? value[..^1] : throw new FormatException("--maxmemory is a number of megabytes, such as 128mb.") },
                _ => throw new FormatException($"{name} is an option of redis-server that is not understood here."),
            };
        }

        return options.Check();
    }

    private RedisOptions Check() =>
        Port == 0 && TlsPort == 0 ? throw new FormatException("Say a --port or a --tls-port.")
        : Port != 0 && TlsPort != 0 ? throw new FormatException("Either --port or --tls-port: set the other to 0.")
        : TlsPort != 0 && (CertificateFile is null || KeyFile is null || AuthoritiesFile is null)
            ? throw new FormatException("--tls-port needs --tls-cert-file, --tls-key-file and --tls-ca-cert-file.")
            : this;

    private static int Number(string name, string value) =>
        ushort.TryParse(value, CultureInfo.InvariantCulture, out var port) ? port : throw new FormatException($"{name} is a port, not \"{value}\".");
}
