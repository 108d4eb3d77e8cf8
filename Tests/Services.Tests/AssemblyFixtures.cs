using Signet.Testing;

[assembly: AssemblyFixture(typeof(PostgresServer))]
