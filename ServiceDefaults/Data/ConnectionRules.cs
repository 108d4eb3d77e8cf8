using Npgsql;

namespace Signet.ServiceDefaults;

/// <summary>What a connection string may not ask for, whoever wrote it.</summary>
internal static class ConnectionRules
{
    /// <summary>The server is verified always; values of parameters get into neither logs nor error messages.</summary>
    public static string Enforce(string connectionName, string configured)
    {
        var connection = new NpgsqlConnectionStringBuilder(configured);
        // Prefer is Npgsql's default: what a string without the setting says.
        if (connection.SslMode is not (SslMode.Prefer or SslMode.VerifyFull))
            throw new InvalidOperationException($"ConnectionStrings:{connectionName} asks for SSL Mode={connection.SslMode}. Only VerifyFull checks whom the data goes to; leave the setting out.");
        if (connection.IncludeErrorDetail || connection.LogParameters)
            throw new InvalidOperationException($"ConnectionStrings:{connectionName} asks for error details or logged parameters. Both hold contact data; leave the settings out.");
        connection.SslMode = SslMode.VerifyFull;
        // A silent peer must not hold a request.
        connection.Timeout = 5;
        connection.KeepAlive = 30;
        // Parsing and planning cost more than most look-ups do. Behind a pooler that does not know prepared statements (PgBouncer before 1.21) the string says 0.
        if (!configured.Contains("Auto Prepare", StringComparison.OrdinalIgnoreCase)) connection.MaxAutoPrepare = 40;
        return connection.ConnectionString;
    }
}
