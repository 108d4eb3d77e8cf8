using Npgsql;

namespace Signet.Testing;

/// <summary>A database of its own for a class of tests.</summary>
public sealed record TestDatabase(string Name, int Port, string AppRole, string OwnerRole)
{
    /// <summary>As services get it: no password, the certificate is what they have.</summary>
    public string ConnectionString(string role) => $"Host=127.0.0.1;Port={Port};Database={Name};Username={role}";

    /// <summary>A connection of a role with its certificate, around the service.</summary>
    public async Task<NpgsqlConnection> OpenAsync(string role)
    {
        var files = TestPki.Shared.StoreClient(role);
        var settings = new NpgsqlConnectionStringBuilder(ConnectionString(role))
        {
            Pooling = false, SslMode = SslMode.VerifyCA, RootCertificate = files.Authorities, SslCertificate = files.Certificate, SslKey = files.Key,
        };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}
