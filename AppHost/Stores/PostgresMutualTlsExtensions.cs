using Npgsql;
using Signet.AppHost.Pki;

namespace Signet.AppHost.Stores;

/// <summary>The two roles of a service at its database.</summary>
internal enum DatabaseRole
{
    /// <summary>Reads and writes rows under row-level security; no DDL, owns nothing.</summary>
    App,

    /// <summary>Owns the schema; used by migrations alone.</summary>
    Owner,
}

/// <summary>Postgres with TLS 1.3 and a client certificate per role.</summary>
internal static class PostgresMutualTlsExtensions
{
    /// <summary>Where the server finds its files; a bind mount in a container, mapped back where it runs as a process.</summary>
    private const string Mount = "/pki";

    /// <summary>
    /// A role comes in only with the certificate whose common name is its own, and only to its own database; the superuser needs
    /// its password besides, and over the socket the password alone. Roles are created when the server is ready.
    /// </summary>
    public static IResourceBuilder<PostgresServerResource> WithMutualTls(this IResourceBuilder<PostgresServerResource> postgres, DevelopmentPki pki)
    {
        // As root the server runs as its own user, which must own the files it reads.
        var owner = Environment.IsPrivilegedProcess ? "postgres" : null;
        var files = pki.StoreServer(postgres.Resource.Name, owner);
        return postgres
            .WithBindMount(files.Folder, Mount, isReadOnly: true)
            .WithArgs(
                "-c", "ssl=on", "-c", "ssl_min_protocol_version=TLSv1.3",
                "-c", $"ssl_cert_file={Mount}/tls.crt", "-c", $"ssl_key_file={Mount}/tls.key", "-c", $"ssl_ca_file={Mount}/ca.crt",
                "-c", $"hba_file={Mount}/pg_hba.conf")
            .OnBeforeResourceStarted((resource, _, _) =>
            {
                PrivateFiles.Replace(Path.Combine(files.Folder, "ca.crt"), File.ReadAllText(files.Authorities));
                PrivateFiles.Replace(Path.Combine(files.Folder, "pg_hba.conf"), HostBasedAuthentication(resource.Databases.Values));
                if (owner is not null)
                {
                    PrivateFiles.GiveTo(owner, files.Folder);
                }

                return Task.CompletedTask;
            })
            .OnResourceReady((resource, _, cancellationToken) =>
            {
                // The server reads its certificate when it is told to; a second start tells it twice, which does no harm.
                pki.Renewed += cancel => ExecuteAsync(resource, pki, ["select pg_reload_conf()"], cancel);
                return ExecuteAsync(resource, pki, resource.Databases.Values.Select(RolesOf), cancellationToken);
            });
    }

    /// <summary>The connection of one role: no password, its certificate is what it has.</summary>
    public static IResourceBuilder<ProjectResource> WithDatabase(
        this IResourceBuilder<ProjectResource> project, IResourceBuilder<PostgresDatabaseResource> database, DevelopmentPki pki, DatabaseRole role = DatabaseRole.App)
    {
        var server = database.Resource.Parent;
        var name = database.Resource.DatabaseName;
        var user = RoleName(name, role);
        return project
            .WithEnvironment(
                $"ConnectionStrings__{database.Resource.Name}",
                ReferenceExpression.Create($"Host={server.PrimaryEndpoint.Property(EndpointProperty.Host)};Port={server.PrimaryEndpoint.Property(EndpointProperty.Port)};Database={name};Username={user};SSL Mode=VerifyFull"))
            .WithEnvironment("Stores__PostgresName", $"{server.Name}.{DevelopmentPki.InternalDomain}")
            .WithStoreCertificate(pki.StoreClient(user));
    }

    /// <summary>What a project shows to stores.</summary>
    internal static IResourceBuilder<ProjectResource> WithStoreCertificate(this IResourceBuilder<ProjectResource> project, CertificateFiles files) => project
        .WithEnvironment("Stores__Certificate", files.Certificate)
        .WithEnvironment("Stores__Key", files.Key)
        .WithEnvironment("Stores__Authorities", files.Authorities);

    /// <summary>"contactsdb" has the roles "contacts_app" and "contacts_owner".</summary>
    private static string RoleName(string database, DatabaseRole role) =>
        $"{(database.EndsWith("db", StringComparison.Ordinal) ? database[..^2] : database)}_{(role == DatabaseRole.App ? "app" : "owner")}";

    private static string HostBasedAuthentication(IEnumerable<string> databases) => string.Join('\n',
    [
        "# Written at every start. First match decides.",
        "local all postgres scram-sha-256",
        "hostssl all postgres all scram-sha-256 clientcert=verify-full",
        .. databases.Select(database => $"hostssl {database} {RoleName(database, DatabaseRole.App)},{RoleName(database, DatabaseRole.Owner)} all cert"),
        "local all all reject",
        "host all all all reject",
        "",
    ]);

    private static async Task ExecuteAsync(PostgresServerResource server, DevelopmentPki pki, IEnumerable<string> statements, CancellationToken cancellationToken)
    {
        var superuser = pki.StoreClient("postgres");
        var connectionString = new NpgsqlConnectionStringBuilder(await server.GetConnectionStringAsync(cancellationToken))
        {
            // The dialled address is not the server's name; the chain is verified, and only this machine's stores authority signs it.
            SslMode = SslMode.VerifyCA,
            RootCertificate = superuser.Authorities,
            SslCertificate = superuser.Certificate,
            SslKey = superuser.Key,
            Pooling = false,
        };
        await using var connection = new NpgsqlConnection(connectionString.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Said again at every start, so that a database that was added later has its roles too. Names come from the model.</summary>
    private static string RolesOf(string database)
    {
        var (app, owner) = (RoleName(database, DatabaseRole.App), RoleName(database, DatabaseRole.Owner));
        return $"""
            do $$ begin
              if not exists (select from pg_roles where rolname = '{owner}') then create role {owner} login; end if;
              if not exists (select from pg_roles where rolname = '{app}') then create role {app} login; end if;
            end $$;
            alter database {database} owner to {owner};
            revoke all on database {database} from public;
            grant connect on database {database} to {app};
            """;
    }
}
